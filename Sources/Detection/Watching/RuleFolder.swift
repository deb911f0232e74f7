import Foundation

/// Rules of files and folders, read together.
///
/// In a folder all `.yml` and `.yaml` count but those below `pipelines` and `tests`; unless pipelines are named, the ones of its
/// `pipelines/values.yml` fill the placeholders.
public struct RuleFolder: Sendable {
    /// The most files.
    public static let maximumFiles = 100_000
    /// The rules that are in order.
    public let rules: RuleSet
    /// What is wrong with the others, by file and line.
    public let errors: [RuleError]
    /// Accounts that honestly serve many practices, as the pipelines' lists name them: pools, reports, backups, secretariats.
    public let manyPractices: Set<String>
    /// How many files were read.
    public let files: Int

    /// Reads rules. `rules` and `pipelines` are paths; a file that cannot be read is an error of its own.
    public init(_ paths: [String], pipelines: [String] = []) {
        var (errors, files): ([RuleError], [String]) = ([], [])
        for path in paths { files += RuleFolder.files(path) }
        let named =
            pipelines.isEmpty ? paths.map { $0 + "/pipelines/values.yml" }.filter(RuleFolder.isThere) : pipelines
        var read: [Pipeline] = []
        for path in named {
            do throws(RuleError) {
                read.append(try Pipeline(file: path, text: try RuleFolder.text(path)))
            } catch { errors.append(error) }
        }
        var reader = SigmaReader(pipelines: read)
        for path in files.prefix(RuleFolder.maximumFiles) {
            do throws(RuleError) {
                errors += reader.add(file: path, text: try RuleFolder.text(path))
            } catch { errors.append(error) }
        }
        if files.isEmpty {
            errors.append(RuleError(RulePlace(file: paths.joined(separator: " "), line: 1), "no rules here"))
        }
        manyPractices = Set(
            read.flatMap { pipeline in
                RuleFolder.lists.flatMap { pipeline.variables[$0] ?? [] }.compactMap(\.literal).map {
                    String(decoding: $0, as: UTF8.self)
                }
            })
        let (rules, more) = reader.ruleSet()
        (self.rules, self.errors, self.files) = (rules, errors + more, files.count)
    }

    private static let lists = ["application_roles", "backup_roles", "many_practice_accounts", "report_roles"]

    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func text(_ path: String) throws(RuleError) -> String {
        let limit = SigmaLimits().fileBytes
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: limit + 1) else {
            throw RuleError(RulePlace(file: path, line: 1), "cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw RuleError(RulePlace(file: path, line: 1), "not UTF-8")
        }
        return text
    }

    private static func files(_ path: String) -> [String] {
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isThere, isFolder.boolValue else { return [path] }
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return all.sorted().filter { name in
            (name.hasSuffix(".yml") || name.hasSuffix(".yaml")) && !name.hasPrefix("pipelines/")
                && !name.hasPrefix("tests/")
        }.map { path + "/" + $0 }
    }
}
