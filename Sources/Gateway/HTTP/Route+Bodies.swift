extension Route {
    /// Bytes that its body may have; none for what takes no body.
    func bodyLimit(_ limits: GatewayLimits) -> Int {
        switch self {
        case .importGroups: limits.maximumImportBytes
        case .signIn(let route) where route.isRead: 0
        case .token, .searchForm, .signIn: limits.maximumFormBytes
        case .bundle, .create, .update, .emergency, .validate, .patch, .patchWhere, .updateWhere,
            .lastNPosted, .match, .merge:
            limits.maximumBodyBytes
        default: 0
        }
    }

    /// A document that is taken in as it is.
    enum Receiving: Sendable {
        case new
        case version(id: String)
    }

    /// What a body that is no JSON makes: a Binary, taken in as a document.
    func receiving(_ contentType: String?) -> Receiving? {
        guard !MediaTypes.isJSON(contentType: contentType) else { return nil }
        switch self {
        case .create("Binary"): return .new
        case .update("Binary", let id): return .version(id: id)
        default: return nil
        }
    }

    /// Throws 415 unless the body is of the type that the route reads. The token endpoint has errors of its own.
    func checkContentType(_ contentType: String?) throws(HTTPRefusal) {
        switch self {
        case .signIn(let route) where route.isRead: return
        case .bundle, .create, .update, .emergency, .validate, .updateWhere, .lastNPosted, .match, .merge, .signIn:
            try MediaTypes.requireJSON(contentType)
        case .patch, .patchWhere: try MediaTypes.requirePatch(contentType)
        case .importGroups: try MediaTypes.requireLines(contentType)
        case .searchForm: try MediaTypes.requireForm(contentType)
        default: return
        }
    }
}
