extension IncidentPlan {
    /// The plan that is built in: what GDPR 33 and 34 ask for, and what must happen before.
    public static let standard = IncidentPlan(items: contain + preserve + assess + notify + communicate + learn)

    private static let contain = [
        Item(
            "freeze", .contain, "32(1)", "Freeze the accounts, clients or practices concerned.",
            "Geler les comptes, clients ou structures concernés."),
        Item(
            "renew-keys", .contain, "32(1)", "Renew the keys and factors that were exposed.",
            "Renouveler les clés et facteurs exposés."),
    ]

    private static let preserve = [
        Item(
            "copy-evidence", .preserve, "33(5)", "Copy the ledger, the access log and the logs of other systems.",
            "Copier le registre, le journal des accès et les journaux des autres systèmes."),
        Item(
            "certify-scope", .preserve, "33(5)", "Have the scope certified, and keep the certificate.",
            "Faire certifier le périmètre et conserver le certificat."),
    ]

    private static let assess = [
        Item(
            "count-people", .assess, "33(3)(a)", "Count the people concerned, by tier; keep unknowns apart from zeros.",
            "Compter les personnes concernées, par palier ; distinguer l'inconnu de zéro."),
        Item(
            "rate-severity", .assess, "33(3)(c)", "Rate the severity and the likely consequences.",
            "Évaluer la gravité et les conséquences probables."),
        Item(
            "weigh-exemptions", .assess, "34(3)",
            "Decide whether people must be told, tier by tier, with the evidence.",
            "Décider s'il faut informer les personnes, palier par palier, preuves à l'appui."),
    ]

    private static let notify = [
        Item(
            "tell-practices", .notify, "33(2)", isVendors: true, "Tell each practice without undue delay.",
            "Informer chaque structure dans les meilleurs délais."),
        Item(
            "notify-initial", .notify, "33(1)", "Notify the authority within 72 hours of awareness.",
            "Notifier la violation à la CNIL dans les 72 heures après en avoir pris connaissance."),
        Item(
            "notify-complementary", .notify, "33(4)", "Complete the notification.",
            "Compléter la notification."),
    ]

    private static let communicate = [
        Item(
            "tell-people", .communicate, "34(1)", "Tell the people concerned, in plain language, what they can do.",
            "Informer les personnes concernées, en termes clairs, de ce qu'elles peuvent faire."),
        Item(
            "answer-questions", .communicate, "34(2)", "Name a contact, and answer questions.",
            "Désigner un point de contact et répondre aux questions."),
    ]

    private static let learn = [
        Item(
            "enter-register", .learn, "33(5)", "Enter facts, effects and remedies in the register of breaches.",
            "Consigner faits, effets et mesures dans le registre des violations."),
        Item(
            "advance-epochs", .learn, "32(1)",
            "Close the incident: the epochs of the patients who were opened advance.",
            "Clore l'incident : les époques des patients ouverts avancent."),
        Item(
            "change-cause", .learn, "32(1)(d)", "Change what allowed it, and say how that is checked.",
            "Corriger ce qui l'a permis, et dire comment on le vérifie."),
    ]
}
