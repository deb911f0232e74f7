/// A random 128-bit identifier of one kind of thing, printed as a lower-case UUID (RFC 9562 §4, version 4).
///
/// The kind is a phantom type, so that a patient's id can never stand where its subject belongs.
public struct ID<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// Makes an id of its two halves.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Draws a new id from the system's generator: 122 random bits, version 4, variant 1.
    public static func random() -> ID {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return ID(high: high, low: low)
    }

    /// Reads 16 big-endian bytes; nil for any other length.
    public init?(bytes: some Collection<UInt8>) {
        let halves = bytes.withContiguousStorageIfAvailable { unsafe IDForm.halves($0.span) }
        guard let (high, low) = halves ?? IDForm.halves(Array(bytes).span) else { return nil }
        self.init(high: high, low: low)
    }

    /// Reads the 36 characters of a lower-case UUID and nothing else.
    public init?(_ text: some StringProtocol) {
        let halves = text.utf8.withContiguousStorageIfAvailable { unsafe IDForm.halves(text: $0.span) }
        guard let (high, low) = halves ?? IDForm.halves(text: Array(text.utf8).span) else { return nil }
        self.init(high: high, low: low)
    }

    /// The 16 bytes, big-endian.
    @inlinable
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { unsafe [UInt8]($0) }
    }

    /// The lower-case UUID.
    public var description: String { IDForm.text(high, low) }

    /// Orders by bytes, which is the order of the printed text too.
    public static func < (a: ID, b: ID) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension ID: Codable {
    /// Reads the printed form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a lower-case UUID")
        }
        self = id
    }

    /// Writes the printed form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Phantom kinds of ``ID``.
public enum IDKind {
    /// A practice.
    public enum Practice: Sendable {}
    /// A person who signs in.
    public enum Person: Sendable {}
    /// A membership.
    public enum Member: Sendable {}
    /// A client program.
    public enum Client: Sendable {}
    /// A partner organisation.
    public enum Partner: Sendable {}
    /// A patient, as its practice knows it.
    public enum Patient: Sendable {}
    /// A patient, as the ledger knows it.
    public enum Subject: Sendable {}
    /// A session.
    public enum Session: Sendable {}
    /// A deposit.
    public enum Deposit: Sendable {}
    /// A document's content.
    public enum Document: Sendable {}
    /// An act of two people.
    public enum Act: Sendable {}
    /// A gateway process.
    public enum Gateway: Sendable {}
    /// An index token.
    public enum Token: Sendable {}
    /// The MAC of an index row.
    public enum RowMAC: Sendable {}
}

/// A practice (structure): a tenant.
public typealias PracticeID = ID<IDKind.Practice>
/// A person who signs in; may have several memberships.
public typealias PersonID = ID<IDKind.Person>
/// A membership (account): one person's role in one practice.
public typealias MemberID = ID<IDKind.Member>
/// A program with a key.
public typealias ClientID = ID<IDKind.Client>
/// One organisation with a client per practice and one limit over all.
public typealias PartnerID = ID<IDKind.Partner>
/// A patient, random per practice.
public typealias PatientID = ID<IDKind.Patient>
/// The patient's second random id, the only one the ledger knows; destroyed on erasure.
public typealias SubjectID = ID<IDKind.Subject>
/// A verified session of a membership or client.
public typealias SessionID = ID<IDKind.Session>
/// Drawn by the broker for each write.
public typealias DepositID = ID<IDKind.Deposit>
/// The content of a document (a scan, a PDF), apart from the resource that describes it.
public typealias DocumentID = ID<IDKind.Document>
/// An act of two people that was asked for.
public typealias ActID = ID<IDKind.Act>
/// A gateway process, as it introduced itself to the broker.
public typealias GatewayID = ID<IDKind.Gateway>
/// An index token: 16 bytes of an HMAC, carried like an id.
public typealias IndexTokenBits = ID<IDKind.Token>
/// The broker's own MAC of an index row: 16 bytes, carried like an id.
public typealias RowMACBits = ID<IDKind.RowMAC>
