import Vocabulary

@testable import Identity

/// One row of a table: what an attacker changes of something honest, and the word with which it must be refused.
struct Attack<Subject>: Sendable {
    let name: String
    let word: PasskeyError
    let change: @Sendable (inout Subject) throws -> Void

    init(_ name: String, _ word: PasskeyError, _ change: @escaping @Sendable (inout Subject) throws -> Void) {
        self.name = name
        self.word = word
        self.change = change
    }
}

/// What a page or a program between browser and broker can say in client data, for both ceremonies.
enum ClientDataAttacks {
    /// Origins that are not ours, though they look it.
    static let origins = [
        "https://evil.example", "https://colloque.example.evil.example", "https://evilcolloque.example",
        "https://colloque.example:8443", "https://console.colloque.example", "https://console.colloque.example:8444",
        "https://console.colloque.example:8443/", "https://console.colloque.example:08443",
        "http://console.colloque.example:8443", "HTTPS://console.colloque.example:8443",
        "https://Console.colloque.example:8443", "https://console.colloque.example:8443 ",
        "https://user@console.colloque.example:8443", "https://colloque.example:443", "https://colloque.example.",
        "https://x.colloque.example", "console.colloque.example:8443", "null", "",
        "android:apk-key-hash:AAAA", "file://", "https://colloque.example\\\\@evil.example",
    ]

    /// Members with a value, by the word that refuses them.
    static let members: [(name: String, value: String?, word: PasskeyError)] =
        origins.map { ("origin", "\"\($0)\"", .origin) } + [
            ("origin", nil, .origin), ("origin", "1", .origin), ("origin", "[\"\(Ceremony.origin)\"]", .origin),
            ("type", nil, .type), ("type", "\"\"", .type), ("type", "\"payment.get\"", .type), ("type", "true", .type),
            ("type", "\"webauthn.Create\"", .type), ("type", "\"webauthn.get \"", .type),
            ("challenge", nil, .challenge), ("challenge", "\"\"", .challenge), ("challenge", "0", .challenge),
            ("crossOrigin", "true", .crossOrigin), ("crossOrigin", "\"false\"", .crossOrigin),
            ("crossOrigin", "0", .crossOrigin), ("topOrigin", "\"https://evil.example\"", .crossOrigin),
            ("topOrigin", "\"\(Ceremony.origin)\"", .crossOrigin), ("topOrigin", "false", .crossOrigin),
            ("tokenBinding", "{\"status\":\"present\",\"id\":\"AAAA\"}", .clientData), ("x", "null", .clientData),
            ("x", "1.5", .clientData), ("x", "\"é\"", .clientData), ("x", "[[]]", .clientData),
        ]

    /// Texts that are no client data at all.
    static func texts(_ honest: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: honest, as: UTF8.self)
        let long = text.dropLast() + #","x":""# + String(repeating: "a", count: 4096) + "\"}"
        let texts = [
            "", "{", "null", "[]", "\"\"", "[\(text)]", text + text, text + "x", String(text.dropLast()),
            "\u{FEFF}" + text,
            text.dropLast() + #","type":"webauthn.get"}"#, text.dropLast() + #","or\u0069gin":"https://evil.example"}"#,
            String(long), String(repeating: "{\"a\":", count: 600), String(repeating: " ", count: 1 << 20),
        ]
        return texts.map { Array($0.utf8) } + [[0xFF], [0], honest + [0]]
    }
}
