"""Prints HTML files as PDF, one job a line of JSON on standard input, one answer a line on standard output.

A job is {"html": path, "pdf": path}. The answer is {"pages": n}, or {"error": word} and no file is written. The PDF is
written under another name and renamed when it is whole. Nothing is fetched: only data: URLs are read. Answers and errors
say nothing of a document's content.
"""

import gc
import json
import logging
import os
import resource
import sys

MEMORY = 2 << 30
FILE_SIZE = 256 << 20
HTML_SIZE = 16 << 20


def fetch(url, *_, **__):
    """Refuses whatever is not in the document itself."""
    if url[:5].lower() == "data:":
        return default_url_fetcher(url)
    raise ValueError("nothing is fetched")


def print_job(job):
    with open(job["html"], encoding="utf-8") as file:
        html = file.read(HTML_SIZE + 1)
    if len(html) > HTML_SIZE:
        raise ValueError("too large")
    document = HTML(string=html, url_fetcher=fetch).render(font_config=FONTS)
    part = job["pdf"] + ".part"
    try:
        with open(part, "wb") as file:
            document.write_pdf(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, job["pdf"])
    finally:
        if os.path.exists(part):
            os.remove(part)
    return {"pages": len(document.pages)}


def answer(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
try:
    from weasyprint import HTML, default_url_fetcher
    from weasyprint.text.fonts import FontConfiguration
except Exception:  # whatever is wrong with the installation, the answer is the same
    answer({"error": "no-weasyprint"})
    sys.exit(1)
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
FONTS = FontConfiguration()
gc.freeze()
gc.disable()  # a document's boxes live as long as its job: looking for garbage meanwhile costs a fifth of the time
answer({"ready": True})
for number, text in enumerate(sys.stdin):
    if number % 16 == 15:
        gc.collect()
    try:
        answer(print_job(json.loads(text)))
    except MemoryError:
        answer({"error": "out-of-memory"})
        sys.exit(1)
    except OSError:
        answer({"error": "file"})
    except Exception as error:  # a document that cannot be printed is no reason to end
        answer({"error": type(error).__name__})
