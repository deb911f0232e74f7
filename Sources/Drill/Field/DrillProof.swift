/// What goes with a request to show that its sender may ask.
public enum DrillProof: Sendable {
    /// A proof of the token's own key that names what an honest client would; of a bearer's token none.
    case honest
    /// A proof of the token's own key that names exactly this.
    case naming(DrillNaming)
    /// The token alone, as a bearer shows it.
    case none
    /// A proof that was seen elsewhere.
    case seen(String)
}
