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
    @inlinable
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            if index < 8 { halves.0 = halves.0 << 8 | UInt64(byte) } else { halves.1 = halves.1 << 8 | UInt64(byte) }
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// Reads the 36 characters of a lower-case UUID and nothing else.
    @inlinable
    public init?(_ text: some StringProtocol) {
        var nibbles = 0
        var high: UInt64 = 0
        var low: UInt64 = 0
        var position = 0
        for unit in text.utf8 {
            defer { position += 1 }
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard unit == UInt8(ascii: "-") else { return nil }
                continue
            }
            let value: UInt8
            switch unit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = unit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = unit - UInt8(ascii: "a") + 10
            default: return nil
            }
            guard nibbles < 32 else { return nil }
            if nibbles < 16 { high = high << 4 | UInt64(value) } else { low = low << 4 | UInt64(value) }
            nibbles += 1
        }
        guard nibbles == 32, position == 36 else { return nil }
        self.init(high: high, low: low)
    }

    /// The 16 bytes, big-endian.
    @inlinable
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { unsafe [UInt8]($0) }
    }

    /// The lower-case UUID.
    public var description: String {
        unsafe String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    unsafe buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let half = index < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: half >> UInt64((15 - index & 15) * 4)) & 15
                unsafe buffer[position] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
                position += 1
            }
            return 36
        }
    }

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
/// A gateway process, as it introduced itself to the broker.
public typealias GatewayID = ID<IDKind.Gateway>
/// An index token: 16 bytes of an HMAC, carried like an id.
public typealias IndexTokenBits = ID<IDKind.Token>
/// The broker's own MAC of an index row: 16 bytes, carried like an id.
public typealias RowMACBits = ID<IDKind.RowMAC>
