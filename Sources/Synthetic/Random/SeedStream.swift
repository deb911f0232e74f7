/// What a stream of random numbers is for, so that one more draw in one place changes nothing elsewhere.
enum SeedStream: UInt64, Sendable {
    case practice = 1
    case professional
    case person
    case row
    case duplicate
    case clinical
    case visits
    case usualPhysician
    case presence
    case appointments
    case inbox
    case calls
    case counter
    case round
    case night
    case remote
    case mix
}
