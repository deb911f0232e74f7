import Ledger

extension LedgerVerification {
    /// Reads the journal back, with every signature, and follows the chains through what is not published yet.
    mutating func checkJournal() {
        do {
            let segments = try snapshot.segments.get()
            let before = segments.first.flatMap { trees[$0.header.first] }
            var tree = before
            let replay = try JournalReplay.run(
                directory: directory, published: try snapshot.published.get(), verifier: verifier,
                everySignature: true, before: before, segments: segments
            ) { frame, segment, leaves in
                for leaf in leaves {
                    tree?.append(leaf)
                    if let tree { keep(tree) }
                }
                guard frame.header.first >= store.size else { return }
                for (range, leaf) in zip(frame.entries, leaves) {
                    followTail(segment.bytes.span.extracting(range), leaf)
                }
            }
            guard let replay else { return }
            guard replay.tree.size >= store.size else {
                throw LedgerError(.journalGap, file: replay.tail?.header.file, position: replay.tree.size)
            }
            guard replay.tree.size > store.size else { return }
            report.size = replay.tree.size
            report.root = replay.tree.root
        } catch { report.add(error) }
    }

    private mutating func followTail(_ entry: Span<UInt8>, _ leaf: Hash) {
        guard let linker, map != nil else { return }
        let link: Result<EntryLink?, LedgerError>
        do { link = .success(try linker(entry)) } catch {
            link = .failure(LedgerError(.chainBroken, position: map?.size))
        }
        follow(link, leaf)
    }

    /// The log must contain each checkpoint known from elsewhere.
    mutating func checkKnown(_ known: [Checkpoint]) {
        for checkpoint in known {
            guard checkpoint.origin == verifier.key.name else {
                report.add(LedgerError(.wrongOrigin))
                continue
            }
            guard checkpoint.size <= report.size else {
                report.add(LedgerError(.rolledBack, position: checkpoint.size))
                continue
            }
            // Without a tree some entries could not be read, and that is reported.
            let isOtherwiseExplained = trees[checkpoint.size] == nil && !report.isHealthy
            if trees[checkpoint.size]?.root != checkpoint.root, !isOtherwiseExplained {
                report.add(LedgerError(.forked, position: checkpoint.size))
            }
        }
    }
}
