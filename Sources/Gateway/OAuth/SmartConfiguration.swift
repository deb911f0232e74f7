import JSONTree

/// `/.well-known/smart-configuration` (SMART App Launch 2.2, "Conformance"; backend services).
struct SmartConfiguration: Sendable {
    let listening: Listening

    var answer: Answer {
        Answer(
            .ok,
            [
                "token_endpoint": .string(listening.url + "/oauth/token"),
                "grant_types_supported": ["client_credentials"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
                "dpop_signing_alg_values_supported": ["ES256"],
                "scopes_supported": .array(StandardScopes.supported.map(JSONValue.string)),
                "capabilities": [
                    "client-confidential-asymmetric", "permission-patient", "permission-user", "permission-v1",
                    "permission-v2",
                ],
            ], contentType: "application/json")
    }
}
