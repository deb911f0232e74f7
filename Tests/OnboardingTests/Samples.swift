import Foundation
import Vocabulary

@testable import Onboarding

/// Files of practices that exist nowhere, with numbers whose check digits are right.
enum Samples {
    static let header = "name,finess,siret,size,administrator,role,rpps,wave"

    /// A number with its Luhn key behind it (ISO/IEC 7812-1).
    static func keyed(_ digits: String) -> String {
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, item in
            let digit = Int(item.element - 48) << (1 - item.offset % 2)
            return sum + (digit > 9 ? digit - 9 : digit)
        }
        return digits + String((10 - sum % 10) % 10)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: width - String(number).count) + String(number)
    }

    static func finess(_ index: Int) -> String { keyed("75" + padded(index, 6)) }
    static func siret(_ index: Int) -> String { keyed("9" + padded(index, 12)) }
    static func rpps(_ index: Int) -> String { keyed("1" + padded(index, 9)) }

    /// The line of one practice.
    static func line(_ index: Int, wave: Int = 1, person: Int? = nil) -> String {
        let role = ["physician", "nurse", "pharmacist"][(person ?? index) % 3]
        return
            "Cabinet des Tilleuls,\(finess(index)),\(siret(index)),\(index % 9 + 1),Dr Test \(person ?? index),\(role),\(rpps(person ?? index)),\(wave)"
    }

    /// A file of so many practices, in waves of a hundred.
    static func file(_ count: Int, perWave: Int = 100) throws -> OnboardingFile {
        try OnboardingFile(Array(text((0..<count).map { line($0, wave: $0 / perWave + 1) }).utf8))
    }

    static func text(_ lines: [String], header: String = header) -> String {
        ([header] + lines).map { $0 + "\r\n" }.joined()
    }
}

/// A directory that goes with the test.
final class Folder: Sendable {
    let path = NSTemporaryDirectory() + "colloque-onboarding-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func mode(_ name: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int ?? 0
    }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
