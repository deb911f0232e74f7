import JSONTree

extension VERISRecord {
    static func actor(_ cause: IncidentSummary.Cause) -> JSONValue {
        let motive: JSONValue = cause.isMalicious == false ? ["NA"] : ["Unknown"]
        return switch cause.actor {
        case .external: ["external": ["variety": ["Unknown"], "motive": motive]]
        case .internal: ["internal": ["variety": ["Unknown"], "motive": motive]]
        case .partner: ["partner": ["country": ["Unknown"], "motive": motive]]
        case .unknown: ["unknown": ["notes": "Who acted is not known."]]
        }
    }

    static func action(_ action: IncidentSummary.Cause.Action) -> JSONValue {
        switch action {
        case .stolenCredentials:
            [
                "hacking": [
                    "variety": ["Use of stolen creds"], "vector": ["Web application"],
                    "result": ["Infiltrate", "Exfiltrate"],
                ]
            ]
        case .misuse:
            ["misuse": ["variety": ["Privilege abuse"], "vector": ["Web application"], "result": ["Exfiltrate"]]]
        case .exploitedGateway:
            [
                "hacking": [
                    "variety": ["Exploit vuln"], "vector": ["Web application"], "result": ["Infiltrate", "Exfiltrate"],
                ]
            ]
        case .stolenCopy: ["physical": ["variety": ["Theft"], "vector": ["Unknown"], "result": ["Exfiltrate"]]]
        case .error: ["error": ["variety": ["Unknown"], "vector": ["Unknown"]]]
        case .unknown: ["unknown": ["result": ["Unknown"]]]
        }
    }

    static func asset(_ action: IncidentSummary.Cause.Action) -> JSONValue {
        let variety: JSONValue =
            switch action {
            case .stolenCredentials, .misuse, .exploitedGateway: "S - Web application"
            case .stolenCopy: "S - Database"
            case .error, .unknown: "S - Unknown"
            }
        return ["assets": [["variety": variety]], "cloud": ["Unknown"]]
    }

    static func discovery(_ discovery: IncidentSummary.Discovery) -> JSONValue {
        switch discovery {
        case .alarm: ["internal": ["variety": ["Security alarm"]]]
        case .logReview: ["internal": ["variety": ["Log review"]]]
        case .employee: ["internal": ["variety": ["Reported by employee"]]]
        case .customer: ["external": ["variety": ["Customer"]]]
        case .partner: ["partner": ["variety": ["Unknown"]]]
        case .attacker: ["external": ["variety": ["Actor disclosure"]]]
        case .lawEnforcement: ["external": ["variety": ["Law enforcement"]]]
        case .responseTeam: ["external": ["variety": ["Emergency response team"]]]
        case .researcher: ["external": ["variety": ["Security researcher"]]]
        case .unknown: ["unknown": true]
        }
    }
}
