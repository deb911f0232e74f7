/// One key of `_sort`.
struct SortKey: Sendable {
    let parameter: SearchParameter
    let isDescending: Bool
}
