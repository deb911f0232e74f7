import Testing
import Vocabulary

@testable import Response

@Suite("The plan of an incident")
struct IncidentPlanTests {
    private let plan = IncidentPlan.standard

    @Test func hasEveryPhaseInOrderAndEachTaskOnce() {
        #expect(Set(plan.items.map(\.phase)) == Set(IncidentPhase.allCases))
        #expect(plan.items.map(\.phase) == plan.items.map(\.phase).sorted())
        #expect(Set(plan.items.map(\.id)).count == plan.items.count)
        for language in IncidentPlan.Language.allCases {
            #expect(Set(plan.items.map { $0.title(language) }).count == plan.items.count)
        }
        #expect(plan.title(of: "freeze", in: .french) != plan.title(of: "freeze", in: .english))
        #expect(plan.title(of: "another", in: .french) == nil)
    }

    @Test func namesTheArticlesThatApply() {
        let articles = Set(plan.items.compactMap(\.article))
        for article in ["33(1)", "33(2)", "33(3)(a)", "33(4)", "33(5)", "34(1)", "34(3)"] {
            #expect(articles.contains(article), "\(article)")
        }
    }

    @Test(arguments: [IncidentParty.vendor, .practice(IncidentSamples.practice)], IncidentPlan.Language.allCases)
    func isTakenByAnIncident(owner: IncidentParty, language: IncidentPlan.Language) throws {
        var incident = try IncidentSamples.opened(owner)
        let tasks = plan.tasks(of: owner, in: language)
        for task in tasks { try incident.add(.task(task), by: IncidentSamples.author, at: IncidentSamples.start) }
        for task in tasks {
            let done = IncidentEvent.Content.done(task: task.id, note: nil)
            try incident.add(done, by: IncidentSamples.other, at: IncidentSamples.hours(1))
        }
        #expect(incident.tasks.map(\.task) == tasks && incident.tasks.allSatisfy { $0.done != nil })
        #expect(tasks.contains { $0.id == "tell-practices" } == (owner == .vendor))
    }
}
