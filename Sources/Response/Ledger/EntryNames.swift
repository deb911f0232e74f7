import Vocabulary

/// The names and words that ``ScannedEntry`` compares with.
struct EntryNames: Sendable {
    let after = FieldName("after"), client = FieldName("client"), count = FieldName("count")
    let dormant = FieldName("dormant"), gateway = FieldName("gateway"), grant = FieldName("grant")
    let head = FieldName("head"), kind = FieldName("kind"), last = FieldName("last")
    let member = FieldName("member"), n = FieldName("n"), partner = FieldName("partner")
    let practice = FieldName("practice"), prev = FieldName("prev"), root = FieldName("root")
    let session = FieldName("session"), size = FieldName("size"), subject = FieldName("subject")
    let t = FieldName("t"), tier = FieldName("tier"), v = FieldName("v")
    private let identity = FieldName("identity"), contact = FieldName("contact")
    private let medical = FieldName("medical"), restricted = FieldName("restricted")

    static let all = EntryNames()

    /// The tier of a word; nil for another.
    func tier(_ word: FieldName) -> Tier? {
        if word == identity { return .identity }
        if word == contact { return .contact }
        if word == medical { return .medical }
        // The words of tiers differ in their first eight bytes.
        return word == restricted ? .restricted : nil
    }
}
