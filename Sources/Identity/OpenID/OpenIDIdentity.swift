import Crypto
import Vocabulary

/// Who somebody is, by the word of a provider: only
/// ``UnverifiedIDToken/verified(for:accessToken:by:now:leeway:)`` makes one.
public struct OpenIDIdentity: Hashable, Sendable {
    /// How old an ID token may be, in seconds: it comes at once.
    public static let maximumAge: Int64 = 120
    /// The largest difference of two clocks that is overlooked, in seconds.
    public static let maximumLeeway: Int64 = 30

    /// The provider's `iss`.
    public let issuer: String
    /// Its own name for the person, 1 to 255 characters, unique there.
    public let subject: String
    /// The professional's RPPS number, 11 digits.
    public let rpps: String
    /// How the person was authenticated; one of the accepted ways.
    public let acr: String
    /// When.
    public let authenticatedAt: Timestamp

    /// Judges signed claims: whose they are and for whom (OpenID Connect Core 1.0 §3.1.3.7, items 2 to 5), for which request
    /// (item 11) and with which access token (§3.1.3.8), when (items 9, 10 and 13), who, and how authenticated (item 12).
    init(
        _ claims: FlatObject, for request: OpenIDRequest, accessToken: String, now: Timestamp, leeway: Int64
    ) throws(IdentityError) {
        let (provider, client) = (request.provider, request.provider.clientID)
        guard claims.string("iss") == provider.issuer else { throw .issuer }
        guard [.string(client), .strings([client])].contains(claims.members["aud"]) else { throw .audience }
        guard [nil, .string(client)].contains(claims.members["azp"]) else { throw .authorizedParty }
        guard let nonce = claims.string("nonce"), nonce.utf8.matches(request.nonce.utf8) else { throw .nonce }
        let hash = Base64URL.text(SHA256.hash(data: Array(accessToken.utf8)).prefix(16))
        guard [nil, .string(hash)].contains(claims.members["at_hash"]) else { throw .accessToken }

        guard let expires = try claims.integer("exp"), let issued = try claims.integer("iat") else { throw .claim }
        let (earliest, latest) = (now.seconds - leeway, now.seconds + leeway)
        guard earliest < expires else { throw .expired }
        guard max(issued, try claims.integer("nbf") ?? issued) <= latest else { throw .notYetValid }
        guard earliest <= issued + OpenIDIdentity.maximumAge else { throw .tooOld }
        guard let authenticated = try claims.integer("auth_time"), authenticated <= latest,
            earliest <= authenticated + provider.maximumAge
        else { throw .authenticationTime }

        guard let acr = claims.string("acr"), provider.acrValues.contains(acr) else { throw .acr }
        guard let subject = claims.string("sub"), (1...255).contains(subject.utf8.count) else { throw .subject }
        guard let number = claims.string(provider.rppsClaim), (11...12).contains(number.utf8.count),
            number.utf8.count == 11 || number.hasPrefix("8"), number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw .rpps }
        (issuer, self.subject, rpps, self.acr) = (provider.issuer, subject, String(number.suffix(11)), acr)
        authenticatedAt = Timestamp(seconds: authenticated)
    }
}
