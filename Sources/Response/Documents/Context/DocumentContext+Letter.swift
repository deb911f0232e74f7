import Vocabulary

extension DocumentContext {
    /// A case with what a letter adds, under `letter`.
    func adding(_ letter: LetterFacts) -> DocumentContext {
        adding([
            (
                "letter",
                .group(
                    DocumentContext([
                        ("recipient", .text(letter.recipient)), ("address", DocumentValue(lines: letter.address)),
                        ("minor", DocumentValue(letter.minor)), ("code", .text(letter.code)),
                        ("identity", .flag(letter.tiers.contains(.identity))),
                        ("contact", .flag(letter.tiers.contains(.contact))),
                        ("medical", .flag(letter.tiers.contains(.medical))),
                        ("restricted", .flag(letter.tiers.contains(.restricted))),
                        ("care", .flag(letter.tiers.contains(.medical) || letter.tiers.contains(.restricted))),
                    ]))
            )
        ])
    }
}
