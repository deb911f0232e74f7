import Vocabulary

/// Where the part of one tier is: which version of the resource sealed it, in which deposit, under which epoch's key.
public struct PartReference: Hashable, Sendable {
    /// The tier of the part; a version has at most one of each.
    public let tier: Tier
    /// The version that sealed it: the manifest's own, or an earlier one whose part is carried unopened.
    public let version: UInt32
    /// The deposit that wrote it.
    public let deposit: DepositID
    /// The epoch of the tier key that it is sealed under.
    public let epoch: UInt32

    /// Names a part.
    public init(tier: Tier, version: UInt32, deposit: DepositID, epoch: UInt32) {
        self.tier = tier
        self.version = version
        self.deposit = deposit
        self.epoch = epoch
    }
}
