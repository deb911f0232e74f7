import Response
import Vocabulary

/// A verified certificate as lines for a person.
struct CertificateText {
    let lines: [String]

    init(_ certificate: ScopeCertificate, _ verdict: ScopeCertificate.Verdict) {
        var lines = [
            "It holds. \(verdict.entries) entries of this practice, none missing, until \(verdict.completeUntil.instant)."
        ]
        lines.append("The question: " + String(decoding: verdict.query.json.bytes, as: UTF8.self))
        if !verdict.coversInterval { lines.append("What was asked for goes on after that: of later, nothing is said.") }
        if !verdict.cosigned.isEmpty { lines.append("Cosigned by \(verdict.cosigned.joined(separator: ", ")).") }
        lines += ScopeText.lines(verdict.scope)
        lines.append(ScopeCertificate.promise)
        self.lines = lines
    }
}
