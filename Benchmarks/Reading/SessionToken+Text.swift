import BrokerAPI
import Foundation

extension SessionToken {
    /// The bearer token: base64url of the bytes.
    var text: String {
        let ordinary = unsafe secret.withUnsafeBytes { unsafe Data($0).base64EncodedString() }
        return String(ordinary.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }
}
