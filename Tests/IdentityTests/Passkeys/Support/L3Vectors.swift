import Foundation

/// The test vectors of Web Authentication Level 3, section 16, as far as they concern what is read here.
struct L3Vectors: Decodable {
    struct Vector: Decodable {
        let name: String
        let registration: Registration
        let authentication: Authentication
    }

    struct Registration: Decodable {
        let challenge: String
        let clientDataJSON: String
        let attestationObject: String
    }

    struct Authentication: Decodable {
        let challenge: String
        let clientDataJSON: String
        let authenticatorData: String
        let signature: String
    }

    let relyingParty: String
    let origin: String
    let vectors: [Vector]

    static func read() throws -> L3Vectors {
        let file = Bundle.module.url(forResource: "webauthn-l3", withExtension: "json", subdirectory: "Vectors")
        guard let file else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDecoder().decode(L3Vectors.self, from: Data(contentsOf: file))
    }

    func vector(_ name: String) throws -> Vector {
        guard let vector = vectors.first(where: { $0.name == name }) else { throw CocoaError(.keyValueValidation) }
        return vector
    }

    /// The bytes of a text of hexadecimal digits.
    static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
