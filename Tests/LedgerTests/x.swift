import Testing
@testable import Ledger
import Crypto
