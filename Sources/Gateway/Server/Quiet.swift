import Hummingbird
import HummingbirdCore
import Logging

extension Logger {
    /// The same logger for libraries: warnings only, since below that they may print what a request holds.
    var quiet: Logger {
        var logger = self
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

extension GatewayLimits {
    func application(_ host: String, _ port: Int, _ logger: Logger) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(host, port: port), serverName: nil, backlog: backlog,
            availableConnectionsDelegate: MaximumAvailableConnections(maximumConnections, logger: logger.quiet))
    }
}
