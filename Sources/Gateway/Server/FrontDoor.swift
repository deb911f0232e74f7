import BrokerAPI
import HTTPTypes
import Hummingbird
import JSONTree
import Logging
import NIOCore
import NIOHTTP1
import Records
import Vocabulary

/// The one place where requests come in and answers go out: limits, sessions, errors, headers, log line and metrics.
struct FrontDoor: HTTPResponder {
    let limits: GatewayLimits
    let api: FHIRAPI
    let tokens: TokenEndpoint
    let signIn: SignInDoor
    let web: WebOrigins
    let smart: SmartConfiguration
    let metrics: GatewayMetrics
    let logger: Logger
    let gate: RequestGate
    let imports: RequestGate
    let bodies: HolderGate
    let rate: SessionRate

    func respond(to request: Request, context: GatewayRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        var visit = Visit()
        if let answer = web.preflight(request) { return answer.response(to: request.method, requestID: visit.id) }
        var answer: Answer
        do {
            answer = try await self.answer(request, context, &visit)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            answer = refusal(error, visit).answer
        }
        web.admit(request, to: &answer)
        if let name = HTTPField.Name.proofNonce, let nonce = api.records.proofNonce { answer.headers[name] = nonce }
        if !visit.hasReadBody, request.hasBody || context.isStream { answer.closeAfter(context) }
        note(answer, visit, start.duration(to: .now))
        return answer.response(to: request.method, requestID: visit.id)
    }

    private func answer(
        _ request: Request, _ context: GatewayRequestContext, _ visit: inout Visit
    ) async throws -> Answer {
        let target = try RequestTarget(request.head.path ?? "", limits: limits)
        let route = try Route(request.method, target.segments)
        visit.template = route.template
        try check(target, route, request)
        if case .signIn(let route) = route { return try await signIn(route, target, request, context, &visit) }
        guard route.needsSession else { return try await open(route, request, &visit, isStream: context.isStream) }
        let session = try await working { try await api.session(request) }
        visit.session = session.info.session
        try rate.count(session.info.session)
        if let receiving = route.receiving(request.headers[.contentType]) {
            return try await receive(receiving, request, session, &visit)
        }
        let isLarge = route == .importGroups || route == .bundle && announced(request) > limits.maximumBodyBytes
        if isLarge { try imports.enter() }
        defer { if isLarge { imports.leave() } }
        let body = try await body(of: request, route, session.info.holder, &visit, isStream: context.isStream)
        var headers = request.headers
        // A range is one of GET only (RFC 9110 §14.2).
        if request.method == .head { headers[.range] = nil }
        let call = FHIRCall(route: route, target: target, headers: headers, body: body)
        return try await working { try await api.answer(call, session) }
    }

    /// Takes a document in while it arrives. Each holder may have so many under way, and it must be here in time.
    private func receive(
        _ receiving: Route.Receiving, _ request: Request, _ session: RecordSession, _ visit: inout Visit
    ) async throws -> Answer {
        try bodies.enter(session.info.holder)
        defer { bodies.leave(session.info.holder) }
        let api = api
        let seconds = limits.documentSeconds
        let answer = try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                switch receiving {
                case .new: try await api.receive(request, session)
                case .version(let id): try await api.replace(id, request, session)
                }
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let answer = first else { throw HTTPRefusal.bodyTooSlow }
            return answer
        }
        visit.hasReadBody = true
        return answer
    }

    /// Counts as under way while it works. A body that is waited for takes no place: whoever sends none would take it from others.
    private func working<R>(_ body: () async throws -> R) async throws -> R {
        try gate.enter()
        defer { gate.leave() }
        metrics.underWay(gate.underWay)
        return try await body()
    }

    /// How people begin sessions and end them; a session where the route or the request has one.
    private func signIn(
        _ route: SignInRoute, _ target: RequestTarget, _ request: Request, _ context: GatewayRequestContext,
        _ visit: inout Visit
    ) async throws -> Answer {
        var session: RecordSession?
        if !route.isOpen || route == .enrol && request.headers[.authorization] != nil {
            session = try await working { try await api.session(request) }
            visit.session = session?.info.session
        }
        let body = try await body(of: request, .signIn(route), &visit, isStream: context.isStream)
        let origin = Origin.number(of: context.channel.remoteAddress)
        let since = target.parameters.first { $0.name == "since" }?.value
        return try await working { await signIn.answer(route, body, session, since: since, origin: origin) }
    }

    /// What needs no session.
    private func open(
        _ route: Route, _ request: Request, _ visit: inout Visit, isStream: Bool
    ) async throws -> Answer {
        let body = try await body(of: request, route, &visit, isStream: isStream)
        return try await working {
            switch route {
            case .token: await tokens.answer(body, contentType: request.headers[.contentType])
            case .smartConfiguration: smart.answer
            default: api.metadata
            }
        }
    }

    /// Parameters and media types that the route knows.
    private func check(_ target: RequestTarget, _ route: Route, _ request: Request) throws(HTTPRefusal) {
        if !target.parameters.isEmpty, let known = route.parameters {
            var seen: Set<String> = []
            for (name, _) in target.parameters {
                guard known.contains(name) else { throw .parameter(name) }
                guard seen.insert(name).inserted || route.mayRepeat.contains(name) else {
                    throw .parameter(name, "given more than once")
                }
            }
        }
        guard route != .token else { return }
        let formats = target.parameters.filter { $0.name == "_format" }.map(\.value)
        guard formats.allSatisfy(MediaTypes.isJSON(format:)) else { throw .notAcceptable }
        // A Binary has a media type of its own.
        if case .read("Binary", _) = route { return }
        if case .version("Binary", _, _) = route { return }
        if route.receiving(request.headers[.contentType]) != nil { return }
        guard !formats.isEmpty || MediaTypes.acceptsJSON(request.headers[.accept]) else { throw .notAcceptable }
    }

    /// The body of a holder's request; each holder may have so many under way.
    private func body(
        of request: Request, _ route: Route, _ holder: Holder, _ visit: inout Visit, isStream: Bool
    ) async throws -> [UInt8] {
        guard route.bodyLimit(limits) > 0 else { return try await body(of: request, route, &visit, isStream: isStream) }
        try bodies.enter(holder)
        defer { bodies.leave(holder) }
        return try await body(of: request, route, &visit, isStream: isStream)
    }

    /// Bytes that the head announces; none where it does not say.
    private func announced(_ request: Request) -> Int { request.headers[.contentLength].flatMap { Int($0) } ?? 0 }

    /// The body; read within its limits where there may be one. In HTTP/1.1 the head says so (RFC 9112 §6.3), in HTTP/2
    /// only the stream's end does.
    private func body(
        of request: Request, _ route: Route, _ visit: inout Visit, isStream: Bool
    ) async throws -> [UInt8] {
        try route.checkContentType(request.headers[.contentType])
        guard request.hasBody || isStream else { return [] }
        let isBundle = route == .bundle && announced(request) > limits.maximumBodyBytes
        let isLarge = route == .importGroups || isBundle
        let bytes = try await BodyReader.read(
            request, limit: isBundle ? limits.maximumBundleBytes : route.bodyLimit(limits),
            seconds: isLarge ? limits.importBodySeconds : limits.bodySeconds)
        visit.hasReadBody = true
        return bytes
    }
}
