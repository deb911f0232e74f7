import Testing
import Vocabulary

@testable import Identity

/// Addresses are the same when RFC 3986 §6.2.2 and §6.2.3 say so, and not otherwise.
@Suite struct TargetURLTests {
    @Test(arguments: [
        ("https://h/a", "HTTPS://h/a"), ("https://h/a", "https://H/a"), ("https://h/a", "https://h:443/a"),
        ("https://h/a", "https://h:/a"), ("http://h/a", "http://h:80/a"), ("https://h/", "https://h"),
        ("https://h/a-b", "https://h/a%2Db"), ("https://h/a%2Fb", "https://h/a%2fb"),
        ("https://h/~a", "https://h/%7ea"),
        ("https://[2001:db8::1]/a", "https://[2001:DB8::1]:443/a"), ("https://h:8443/", "https://h:8443"),
    ])
    func theSame(a: String, b: String) throws {
        let (first, second) = (try #require(TargetURL(a)), try #require(TargetURL(b)))
        #expect(first == second)
        #expect(TargetURL(ofRequest: b + "?q=1&r=https://x/#f") == first)
        #expect(TargetURL(first.origin + first.path) == first)
    }

    @Test func others() throws {
        let all = [
            "https://h/a", "http://h/a", "https://h/A", "https://h/a/", "https://h//a", "https://h:80/a",
            "http://h:443/a",
            "https://h/a%2Fb", "https://h/a/b", "https://h./a", "https://g/a", "https://h/a%00", "https://h/a%20b",
            "https://h/a+b",
            "https://h:8443/a", "https://[::1]/a", "https://h/a;b", "https://h/a%3Bb", "https://h/%25",
            "https://h/%2525",
        ]
        #expect(Set(try all.map { try #require(TargetURL($0), "\($0)") }).count == all.count)
    }

    @Test func whatIsNoAddress() {
        let wrong = [
            "", "h", "/a", "//h/a", "https:", "https:/h/a", "https:///a", "https://", "ftp://h/a", "file:///a",
            "javascript:a",
            "https://h/a?b", "https://h/a#b", "https://u@h/a", "https://u:p@h/a", "https://h:x/a", "https://h:65536/a",
            "https://h:0443/a", "https://h:+443/a", "https://h:-1/a", "https://h:443:443/a", "https://h/a b",
            "https://h/é",
            "https://é/a", "https://h\\a", "https://h/a\\b", "https://h/\n", "https://h/\0", "https://h/%",
            "https://h/%2",
            "https://h/%2g", "https://h/%é0", "https://h/./a", "https://h/../a", "https://h/a/..", "https://h/%2e%2E/a",
            "https://h/.",
            "https://h%41/a", "https://[::1/a", "https://::1/a", "https://[::1]x/a", "https://[::g!]/a",
            "https://h/[a]", "https://h/<a>",
            "https://h/\"", "https://h/{a}", "https://h/a|b", "https://h/a^b", "https://h/`", " https://h/a",
            "https ://h/a",
            "https://h/" + String(repeating: "a", count: 2048), "ｈttps://h/a", "https://:443/a", "https://K\u{212A}/a",
        ]
        for text in wrong { #expect(TargetURL(text) == nil, "\(text.debugDescription)") }
    }
}
