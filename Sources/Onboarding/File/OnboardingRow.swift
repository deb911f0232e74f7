import BrokerAPI
import Vocabulary

/// One practice of a file, checked.
public struct OnboardingRow: Hashable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// What the practice is called in the installation: its name and number, 200 bytes at most.
    public let label: String
    /// Its number.
    public let number: StructureNumber
    /// How many professionals work there.
    public let size: Int64
    /// Who is first to administer it.
    public let first: Onboarding.Administrator
    /// In which wave they are invited, from 1.
    public let wave: Int

    /// What the broker is asked.
    /// - Parameters:
    ///   - practice: The practice when it is there already.
    ///   - isInviting: Whether who administers it is invited too.
    func request(_ practice: PracticeID?, isInviting: Bool) -> Onboarding {
        Onboarding(practice: practice, name: label, size: size, first: isInviting ? first : nil)
    }
}
