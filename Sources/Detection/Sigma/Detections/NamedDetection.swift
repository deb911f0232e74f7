/// A detection by its name; without a tree once a pipeline dropped all of it.
struct NamedDetection: Sendable {
    let name: String
    var tree: DetectionTree?
}
