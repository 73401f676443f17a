# What there is to do. Anything longer than a line lives in scripts/.
.DEFAULT_GOAL := help
.PHONY: help install demo test prove check audit fix run standing rule bench
MAKEFLAGS += --no-print-directory
unexport MAKEFLAGS
BIN := .venv/bin

help: ## print these targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

install: ## set Landfast up in .venv (the other targets do it where needed)
	@bash scripts/install.sh

demo: install ## try Landfast with invented citizens (PORT=8000, RESET=1 starts over)
	@exec $(BIN)/landfast demo $(if $(PORT),--port "$(PORT)") $(if $(filter-out 0,$(RESET)),--reset)

test: install ## check, then every test, browser tests included (ARGS= for pytest)
	@exec bash scripts/test.sh $(ARGS)

prove: install ## the long proofs; figures to docs/proofs.md (ARGS="--part 1/4" for a quarter)
	@exec bash scripts/prove.sh $(ARGS)

check: install ## style, types, contracts, locks, migrations, generated pages
	@bash scripts/install_test.sh
	@exec bash scripts/check.sh

audit: install ## are the locks young enough, is a hole known in them? (OFFLINE=1: the first only)
	@OFFLINE="$(OFFLINE)" exec bash scripts/audit.sh

fix: install ## put right what ruff can put right
	@bash scripts/install_test.sh
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet . && $(BIN)/ruff check .

run: install ## web pages and background work without invented data (PORT=8000)
	@PORT="$(PORT)" exec bash scripts/run.sh

standing: install ## write docs/database/ anew: functions and policies as they stand
	@. scripts/test_environment.sh; exec $(BIN)/python -m landfast.jobs.standing

rule: ## where is a rule, or a text of the screen? make rule Q=aftale
	@exec python3 scripts/find_rule.py "$(Q)"

bench: install ## measure (BENCH=name for one, SCALE=big for more)
	@BENCH="$(BENCH)" SCALE="$(SCALE)" exec $(BIN)/python -m bench
