import FHIR
import JSONTree

/// Which entries belong together: all resources of one patient make a group, those about no patient come first.
struct ImportPlan {
    /// An entry of one of the sources.
    struct Place {
        let source: Int
        let entry: ImportSource.Entry
    }

    let sources: [ImportSource]
    /// Groups in the order of their first entry; the first holds what is about no patient.
    private(set) var groups: [[Place]] = [[]]

    /// Reads every entry once, to see whose it is.
    init(_ sources: [ImportSource]) {
        self.sources = sources
        var patients: [String: Int] = [:]
        var waiting: [(reference: String, place: Place)] = []
        for (index, source) in sources.enumerated() {
            for entry in source.entries {
                guard let read = source.read(entry) else { continue }
                let place = Place(source: index, entry: entry)
                switch PatientLink.find(in: read.resource, isPatient: { $0.hasPrefix("urn:uuid:") ? true : nil }) {
                case .itself:
                    let names = ImportPlan.names(read.fullURL, read.resource)
                    // A patient who comes twice stays together: the second may be the first again.
                    let group = names.lazy.compactMap { patients[$0] }.first ?? groups.count
                    for name in names { patients[name] = group }
                    if group == groups.count { groups.append([place]) } else { groups[group].append(place) }
                case .one(let reference, _): waiting.append((reference, place))
                case .none, .several: groups[0].append(place)
                }
            }
        }
        var strangers: [String: Int] = [:]
        for (reference, place) in waiting {
            let group = patients[reference] ?? strangers[reference] ?? groups.count
            if group == groups.count {
                strangers[reference] = group
                groups.append([])
            }
            groups[group].append(place)
        }
    }

    /// The references by which others may name an entry.
    static func names(_ fullURL: String?, _ resource: JSONValue) -> [String] {
        var names: [String] = []
        if let fullURL { names.append(fullURL) }
        if let type = resource["resourceType"]?.string, let id = resource["id"]?.string {
            names.append("\(type)/\(id)")
        }
        return names
    }
}
