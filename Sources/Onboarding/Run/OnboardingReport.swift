import Vocabulary

/// What one run did.
public struct OnboardingReport: Sendable, Equatable {
    /// Rows of the file that the run was about.
    public internal(set) var rows = 0
    /// Those that were done before.
    public internal(set) var before = 0
    /// Practices that were added.
    public internal(set) var added = 0
    /// Invitations that were written down.
    public internal(set) var invited = 0
    /// Who was to be invited and got no code: they have a factor already, or a code with another practice.
    public internal(set) var without = 0
    /// Rows of acts that wait for a second person, those of this run included.
    public internal(set) var waiting = 0
    /// The act that was asked for, once the installation is live.
    public internal(set) var asked: ActID?
    /// Rows that are left for further acts: each takes a one-time code of its own.
    public internal(set) var left = 0
}
