# The commands of the house. `make run` and `make test` set up what is missing by themselves.
SHELL := /bin/bash
DATA ?= demo-data
SEED ?= 1
SWIFT ?= swift

.PHONY: run test check bench drill faults peers tamper roundtrip export siege limits flood full-disk document fuzz clients transaction incident claim letters openid passkeys watchtower watch-network exercise format docs setup build tidy

setup:
	@scripts/setup

build: setup
	$(SWIFT) build -c release --product colloque
	$(SWIFT) build -c release --product colloque-broker

run: build
	@scripts/run "$(DATA)" "$(SEED)"

test: setup
	$(SWIFT) build --build-tests
	scripts/test-vectors
	$(SWIFT) test --skip-build
	$(SWIFT) build --product colloque-bench
	scripts/ledger-peers --bin .build/debug --cases 300 --logs 6

tidy:
	$(SWIFT) test --filter TidyTests

check: format-check test
	$(SWIFT) build --product colloque
	$(SWIFT) build --product colloque-broker
	scripts/smoke
	scripts/incident --bin .build/debug
	scripts/claim --bin .build/debug
	scripts/letters --bin .build/debug
	scripts/exercise --bin .build/debug
	scripts/roundtrip --patients 40 --kills serve,client --bin .build/debug
	scripts/export --patients 20 --tamper 10 --bin .build/debug
	scripts/clients --bin .build/debug
	scripts/openid --bin .build/debug --only liar

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

.PHONY: format-check
format-check: setup
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

bench: build
	$(SWIFT) build -c release --product colloque-bench
	.build/release/colloque-bench $(NAME)

drill: build
	@scripts/drill

faults: build
	$(SWIFT) build -c release --product colloque-bench
	scripts/faults

# Other implementations verify our ledgers: 10,000 proofs and as many damaged ones.
peers: build
	$(SWIFT) build -c release --product colloque-bench
	scripts/ledger-peers --bin .build/release --demo

# 12,000 damages to ledgers, and 1,200 ledgers without any.
tamper: setup
	COLLOQUE_FULL=1 $(SWIFT) test --filter TamperRunTests

# From outside, with the real programs: in equals out; limits under kills; malicious load; a disk that fills up; a document of
# 200 MB; 100,000 random requests; clients that others wrote.
roundtrip: build
	$(SWIFT) build -c release --product colloque-bench
	scripts/roundtrip

# A practice leaves: exported by two people, opened offline, and read by a second implementation.
export: build
	$(SWIFT) build -c release --product colloque-bench
	scripts/export

limits flood full-disk document fuzz clients transaction incident claim letters: build
	scripts/$@

# 1,500 stolen accounts among a simulated country of 600 practices, in five manners: needs a build of the tests for release.
siege: setup
	COLLOQUE_FULL=1 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-siege --no-parallel --filter fifteenHundredThieves

# Sign-in at a provider that lies, and at two real ones of Debian, which are fetched when they are missing.
openid: setup
	$(SWIFT) build --product colloque-broker
	scripts/openid --bin .build/debug

# Chromium with a virtual authenticator enrols, signs in and works; attacks on sign-in, enrolment and proofs.
passkeys: build
	scripts/passkeys_browser
	scripts/passkeys_hostile

# An honest day and twelve attacks on real PostgreSQL with pgAudit, nginx and softflowd: needs root and those packages of Debian.
watchtower: build
	scripts/watchtower

# Real rsyslog sends to a watch by TCP, UDP and TLS, over kill -9, and takes its findings; mail by msmtp. What is missing is fetched.
watch-network: build
	scripts/watch_network

# A breach of 1,500 practices from the theft to the papers, in .build/exercise; takes about half an hour.
exercise: build
	scripts/exercise --practices 1500 --patients 12 --keep .build/exercise

docs:
	@head -qn 1 docs/*.md docs/*/*.md
