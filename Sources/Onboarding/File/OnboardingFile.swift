import Crypto
import Vocabulary

/// A file of practices, all of it checked: there is none with a fault. docs/formats/onboarding.md
public struct OnboardingFile: Sendable {
    /// Most bytes of a file.
    public static let maximumBytes = 4 << 20
    /// Most practices of a file.
    public static let maximumRows = 10_000
    /// Most bytes of a field.
    public static let maximumFieldBytes = 200

    /// The practices in the file's order.
    public let rows: [OnboardingRow]
    /// SHA-256 of the file, hexadecimal.
    public let digest: String

    /// Reads and checks all of it.
    public init(_ bytes: [UInt8]) throws(OnboardingFaults) {
        guard bytes.count <= OnboardingFile.maximumBytes else {
            throw OnboardingFaults(faults: [OnboardingFault(1, nil, "over 4 MiB: split the file")])
        }
        var check = OnboardingCheck()
        do throws(OnboardingFault) {
            var reader = CSVReader(bytes, maximumFields: OnboardingCheck.columns.count)
            guard let header = try reader.next() else {
                throw OnboardingFault(1, nil, "an empty file: begin with a line of the columns' names")
            }
            try check.begin(header.fields)
            while let record = try reader.next() { try check.add(record) }
        } catch {
            check.faults.append(error)
        }
        if check.faults.isEmpty, check.rows.isEmpty {
            check.faults.append(OnboardingFault(2, nil, "no practices: write one a line below the columns' names"))
        }
        guard check.faults.isEmpty else { throw OnboardingFaults(faults: check.faults) }
        rows = check.rows
        digest = Array(SHA256.hash(data: bytes)).hexadecimal
    }
}
