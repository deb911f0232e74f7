import Testing

@Suite struct ClockTests {}
