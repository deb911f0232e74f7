/// A list of tasks that an incident begins with, in two languages.
public struct IncidentPlan: Sendable {
    /// The tasks, in the order of their phases.
    public let items: [Item]

    /// The languages of the titles. The raw value is the ISO 639-1 code.
    public enum Language: String, Sendable, CaseIterable {
        /// English.
        case english = "en"
        /// French.
        case french = "fr"
    }

    /// A task of the plan.
    public struct Item: Hashable, Sendable {
        /// The task's id in every incident that follows the plan.
        public let id: String
        /// What it is for.
        public let phase: IncidentPhase
        /// The article of the GDPR that asks for it; nil where none does.
        public let article: String?
        /// Whether it is the vendor's alone: a practice that runs its incident alone does without it.
        public let isVendors: Bool
        /// What is to be done, in English.
        public let english: String
        /// What is to be done, in French.
        public let french: String

        init(
            _ id: String, _ phase: IncidentPhase, _ article: String? = nil, isVendors: Bool = false, _ english: String,
            _ french: String
        ) {
            (self.id, self.phase, self.article, self.isVendors) = (id, phase, article, isVendors)
            (self.english, self.french) = (english, french)
        }

        /// What is to be done.
        public func title(_ language: Language) -> String { language == .french ? french : english }
    }

    /// The tasks of an owner, titled in a language.
    public func tasks(of owner: IncidentParty, in language: Language) -> [IncidentTask] {
        items.filter { owner == .vendor || !$0.isVendors }.map {
            IncidentTask(id: $0.id, phase: $0.phase, title: $0.title(language), article: $0.article)
        }
    }

    /// The title of a task of the plan; nil for a task of another origin.
    public func title(of id: String, in language: Language) -> String? {
        items.first { $0.id == id }?.title(language)
    }
}
