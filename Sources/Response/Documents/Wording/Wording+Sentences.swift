extension Wording {
    /// Promise 3, exactly.
    var promise: String {
        language.either(
            """
            Portée exacte des clés remises\u{A0}: quels patients, quelles structures et quels paliers, par qui, quand\u{A0}; \
            complète pour cette structure et ne montrant rien des autres structures\u{A0}; prouvable face à quiconque altère \
            ou omet des inscriptions après coup, et face à un courtier de clés qui tiendrait un double langage, dès lors qu’un moniteur au \
            moins est honnête. Un courtier de clés qui remet des clés sans rien inscrire échappe à toute preuve.
            """,
            """
            Exact scope of keys released: which patients, practices and tiers, by whom, when; complete for this practice \
            and showing nothing of other practices; provable against anyone who alters or omits later, and against an \
            equivocating broker as long as one monitor is honest. A broker that releases without writing is beyond proof.
            """)
    }

    /// What every page says when only a prefix of the ledger verified.
    func prefixOnly(_ verified: Int64?) -> String {
        guard let verified else {
            return language.either(
                "Le registre n’a pu être vérifié qu’en partie\u{A0}: ce document ne porte que sur la partie vérifiée.",
                "The ledger could be verified in part only: this document covers the verified part alone.")
        }
        let count = number(verified)
        return language.either(
            """
            Seules les \(count)\u{A0}premières inscriptions du registre ont pu être vérifiées\u{A0}: ce document ne porte \
            que sur cette partie.
            """,
            "Only the first \(count) entries of the ledger could be verified: this document covers that part alone.")
    }
}
