/// One `{{…}}` of a template.
struct TemplateTag: Hashable {
    /// What the tag does.
    enum Kind: Hashable {
        case value
        case section
        case inverted
        case end
        case partial
    }

    let kind: Kind
    let name: String
    let line: Int
}
