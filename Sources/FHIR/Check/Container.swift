import JSONTree

/// A resource and those that it contains, as far as `#id` may lead to them.
struct Container {
    private let object: JSONObject
    private var contained: [JSONValue] = []
    /// Place among `contained` by id; nil as long as nobody asked.
    private var places: [String: Int]?
    /// Which of them something refers to, or refer to the container themselves.
    private var mentioned: [Bool] = []
    /// The place of the contained resource that is being looked at.
    private(set) var current: Int?

    init(_ object: JSONObject = JSONObject()) { self.object = object }

    /// Notes a reference such as `#id`. Gives the resource that it leads to; nil when it leads nowhere.
    @discardableResult mutating func mention(_ reference: String) -> JSONObject? {
        guard reference.utf8.count > 1 else {
            prepare()
            if let current, current < mentioned.count { mentioned[current] = true }
            return object
        }
        prepare()
        guard let place = places?[String(reference.dropFirst())], place < mentioned.count else { return nil }
        mentioned[place] = true
        return contained[place].object
    }

    /// Goes into the contained resource at a place.
    mutating func enter(_ place: Int) {
        prepare()
        current = place
    }

    /// Comes back out of it.
    mutating func leave() { current = nil }

    /// The places of contained resources that nothing refers to (R4, `dom-3`).
    var unmentioned: [Int] { mentioned.indices.filter { !mentioned[$0] } }

    /// Reads the ids of the contained resources, the first time.
    mutating func prepare() {
        guard places == nil else { return }
        contained = object["contained"]?.array ?? []
        var places: [String: Int] = [:]
        for (place, resource) in contained.enumerated() {
            guard let id = resource["id"]?.string, places[id] == nil else { continue }
            places[id] = place
        }
        self.places = places
        mentioned = Array(repeating: false, count: contained.count)
    }
}
