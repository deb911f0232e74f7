import BrokerAPI
import Identity
import Vocabulary

extension Broker {
    /// Adds an operator: a person of the installation with a key and a secret for one-time codes.
    func addOperator(_ name: String, _ key: String, by approved: Approved?) async throws -> AdminReply {
        guard AdminRequest.isName(name), let id = FactorID("operator:" + (try publicKey(key))) else {
            throw BrokerFailure(.invalid, "operator")
        }
        let person = PersonID.random()
        let (secret, totp) = try Broker.oneTimeCodes(of: person)
        try stored { try vault.addFactors([Factor(id: id, person: person, tag: nil, text: name), secret]) }
        try await enter { entering in
            try entering.permit(approved)
            try entering.enter(
                [id, secret.id].map { .key(KeyEntry(owner: .person(person), key: $0.text, active: true)) }, in: nil)
        }
        return .enrolled(person: person, totp: totp.exposedURI(issuer: "Colloque", account: name))
    }

    /// Ends an operator's factors. Two stay once the installation is live, or nobody could approve anything.
    func removeOperator(_ person: PersonID, by approved: Approved?) async throws -> AdminReply {
        try await enter { entering in
            let operators = entering.state.operators
            guard operators.contains(person) else { throw BrokerFailure(.notFound, "operator") }
            guard !entering.state.isLive || operators.count > 2 else { throw BrokerFailure(.conflict, "last two") }
            let factors = entering.state.people[person]?.factors.sorted() ?? []
            try entering.permit(approved)
            for factor in factors {
                try entering.enter(.key(KeyEntry(owner: .person(person), key: factor, active: false)))
            }
        }
        return .done
    }

    /// Operators with their names.
    func operatorList() throws -> AdminReply {
        .list(
            try look { state, _ in state.operators }.map { person in
                let name = try factors(of: person, .operation).first?.text ?? ""
                return AdminItem(id: person.description, name: name, role: nil, state: "active")
            })
    }
}
