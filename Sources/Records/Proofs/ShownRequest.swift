/// What a request proof is held against: the request as its client addressed it.
public struct ShownRequest: Sendable {
    /// The method, as it came.
    public let method: String
    /// The absolute URL; its query does not matter.
    public let url: String
    /// The access token's characters.
    public let token: String
    /// The proof; nil where there is none.
    public let proof: String?

    /// Makes it of its parts.
    public init(method: String, url: String, token: String, proof: String?) {
        self.method = method
        self.url = url
        self.token = token
        self.proof = proof
    }
}
