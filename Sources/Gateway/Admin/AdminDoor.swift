import BrokerAPI
import HTTPTypes
import Hummingbird
import JSONTree
import Vocabulary

/// The admin listener, on 127.0.0.1 only: whether the process lives, whether it can serve, and its metrics.
struct AdminDoor: HTTPResponder {
    let broker: any KeyBroker
    let gateway: GatewayID
    let listening: Listening
    let registry: MetricsRegistry

    func respond(to request: Request, context: GatewayRequestContext) async throws -> Response {
        var answer = await answer(request)
        if request.hasBody { answer.closeAfter(context) }
        return answer.response(to: request.method, requestID: Visit().id)
    }

    private func answer(_ request: Request) async -> Answer {
        guard [.get, .head].contains(request.method) else { return HTTPRefusal.methodNotAllowed([.get]).answer }
        switch request.head.path {
        case "/healthz": return AdminDoor.status(.ok, "alive")
        case "/readyz": return await readiness()
        case "/metrics":
            return Answer(.ok, text: registry.text(), contentType: "text/plain; version=0.0.4; charset=utf-8")
        default: return HTTPRefusal.notFound.answer
        }
    }

    /// Ready: listening, not about to stop, and the broker answers.
    private func readiness() async -> Answer {
        guard listening.isReady else { return AdminDoor.status(.serviceUnavailable, "stopping") }
        guard (try? await broker.hello(Hello(gateway: gateway))) != nil else {
            return AdminDoor.status(.serviceUnavailable, "broker")
        }
        return AdminDoor.status(.ok, "ready")
    }

    private static func status(_ status: HTTPResponse.Status, _ word: String) -> Answer {
        Answer(status, ["status": .string(word)], contentType: "application/json")
    }
}
