import Testing

@testable import Response

@Suite("A mistake in a template is named, and nothing is produced")
struct TemplateErrorTests {
    @Test(
        "With file and line",
        arguments: [
            ("a\n{{practice.nmae}}", 2, "unknown name practice.nmae"),
            ("{{letter.code}}", 1, "unknown name letter.code"),
            ("a\n\n{{#consequences}}x", 3, "section consequences does not end"),
            ("x{{/practice}}", 1, "no section to end"),
            ("{{#consequences}}\n{{/impacts}}", 2, "ends impacts where consequences is open"),
            ("{{{practice.name}}}", 1, "unescaped values are not allowed"),
            ("\n{{&practice.name}}", 2, "unescaped values are not allowed"),
            ("{{=<% %>=}}", 1, "a kind of tag that is not allowed"),
            ("{{% CONTENT_TYPE: TEXT}}", 1, "a kind of tag that is not allowed"),
            ("{{<part-care}}{{/part-care}}", 1, "a kind of tag that is not allowed"),
            ("a\n{{practice.name", 2, "a tag without its end"),
            ("{{ }}", 1, "not a name"), ("{{uppercased(date)}}", 1, "not a name"), ("{{>*part}}", 1, "not a name"),
            ("{{consequences}}", 1, "consequences is no text"), ("{{>part-none}}", 1, "no part part-none"),
            ("<p title=\"{{date}}\">", 1, "a value inside an HTML tag, a style or a script"),
            ("<style>\np { color: {{date}} }</style>", 2, "a value inside an HTML tag, a style or a script"),
            ("<SCRIPT>{{date}}</SCRIPT>", 1, "a value inside an HTML tag, a style or a script"),
        ])
    func named(text: String, line: Int, what: String) throws {
        let folder = try TestFolder()
        try folder.write(text, to: "fr/notice.mustache")
        let error = #expect(throws: TemplateError.self) { try DocumentRenderer(ownTemplates: folder.path) }
        let expected = TemplateProblem(file: "fr/notice.mustache", line: line, what: what)
        #expect(error?.problems.contains(expected) == true, "\(error?.description ?? "none")")
    }

    @Test("All of them at once, in order")
    func all() throws {
        let folder = try TestFolder()
        try folder.write("{{a}}\n{{b}}", to: "fr/press.mustache")
        try folder.write("{{c}}", to: "en/press.mustache")
        let error = #expect(throws: TemplateError.self) { try DocumentRenderer(ownTemplates: folder.path) }
        let places = error?.problems.map { "\($0.file):\($0.line)" }
        #expect(places == ["en/press.mustache:1", "fr/press.mustache:1", "fr/press.mustache:2"])
    }

    @Test("A part that holds itself")
    func cycle() throws {
        let folder = try TestFolder()
        try folder.write("{{>part-b}}", to: "en/part-a.mustache")
        try folder.write("\n{{>part-a}}", to: "en/part-b.mustache")
        try folder.write("{{>part-a}}", to: "en/press.mustache")
        let error = #expect(throws: TemplateError.self) { try DocumentRenderer(ownTemplates: folder.path) }
        #expect(error?.description == "en/part-b.mustache:2: part part-a holds itself")
    }

    @Test("A deep nest, a huge file, no UTF-8, another name, a style sheet that ends")
    func files() throws {
        let faults: [(String, String, String)] = [
            (String(repeating: "{{#measuresTaken}}", count: 40), "fr/press.mustache", "fr/press.mustache:1: too deep"),
            (
                String(repeating: "a", count: TemplateFile.maximumBytes + 1), "fr/press.mustache",
                "fr/press.mustache: over 1 MiB"
            ),
            ("a", "fr/pres.mustache", "fr/pres.mustache: no document has this name"),
            ("a</STYLE><b>", "style.css", "style.css: a style sheet that ends its element"),
        ]
        for (text, file, expected) in faults {
            let folder = try TestFolder()
            try folder.write(text, to: file)
            let error = #expect(throws: TemplateError.self) { try DocumentRenderer(ownTemplates: folder.path) }
            #expect(error?.description.contains(expected) == true, "\(error?.description ?? "none")")
        }
        #expect(throws: TemplateError.self) { try DocumentRenderer(ownTemplates: "/nowhere/at/all") }
    }

    @Test("A DPO's template takes the place of the built-in one; comments and parts of their own are theirs to use")
    func own() throws {
        let folder = try TestFolder()
        try folder.write("{{! a note\nof two lines }}<p>{{>part-own}} {{ practice.name }}</p>", to: "en/press.mustache")
        try folder.write("<b>Own</b>", to: "en/part-own.mustache")
        try folder.write("p { color: green }", to: "style.css")
        let html = try DocumentRenderer(ownTemplates: folder.path).html(.press, of: .example(.english))
        #expect(html.contains("<p><b>Own</b> Cabinet médical de l’Exemple</p>"))
        #expect(html.contains("<style>p { color: green }</style>"))
    }
}
