# PolicyText: `make` lists what can be made.

SHELL := /bin/sh
SWIFT ?= swift
CORPUS := ../shared/corpus/dev
SCORER := ../shared/tools/score.py
FORMATTED := Sources Tests Benchmarks/Sources Package.swift Benchmarks/Package.swift
BENCHMARK_FLAGS ?= --per-document
# Optimised as one program, Swift and C together: 5 % faster. `make LTO=` leaves it out, for a linker that cannot.
LTO ?= --experimental-lto-mode full
# The tool carries Swift's own libraries: it starts in two thirds of the time, and runs where Swift is not installed.
RELEASE := -c release --static-swift-stdlib $(LTO)

# Before a command that needs the shared folder beside the repository: says so and stops where there is none.
SCORED = if [ ! -f $(SCORER) ] || [ ! -d $(CORPUS) ]; then \
  echo "NOT SCORED: there is no shared folder with $(SCORER) and $(CORPUS) beside the repository." >&2; exit 0; fi;

.DEFAULT_GOAL := help
.PHONY: help toolchain system-libraries demo build test lint format benchmark score score-fixtures clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: build ## Install what is missing, build, and convert the fixtures
	@sh Scripts/demo .build/release/policytext .build/demo

build: toolchain system-libraries ## Build the command-line tool for release: .build/release/policytext
	$(SWIFT) build $(RELEASE) --product policytext

test: toolchain system-libraries ## Build once, run all tests in parallel, and check the formatting
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel --quiet
	$(MAKE) --no-print-directory lint

lint: toolchain ## Check the formatting
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

format: toolchain ## Format the code
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

benchmark: toolchain system-libraries ## Measure speed and memory; options in BENCHMARK_FLAGS
	$(SWIFT) build $(RELEASE) --package-path Benchmarks
	Benchmarks/.build/release/policytext-benchmark $(BENCHMARK_FLAGS)

score: build ## Score against annotated notices in a shared folder, where present
	@$(SCORED) python3 $(SCORER) --parser '.build/release/policytext parse'

score-fixtures: build ## Score against the fixtures, with the scorer of the shared folder
	@$(SCORED) Scripts/score-fixtures $(SCORER) '.build/release/policytext parse'

clean: ## Remove everything that was built
	rm -rf .build Benchmarks/.build

toolchain:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "There is no '$(SWIFT)' in the PATH. Install Swift 6.2 or newer (https://www.swift.org/install)." >&2; exit 1; }

system-libraries: ## Install the system libraries and tools that are missing
	@sh Scripts/install-system-libraries
