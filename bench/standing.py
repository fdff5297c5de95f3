"""Measures `copydesk boilerplate learn`: 40 standing lines, each put into 1 to 30 % of 2,000 stories, with changes.

python bench/standing.py CLEAN_FOLDER CORPUS_FOLDER
"""

from __future__ import annotations

import gzip
import json
import lzma
import random
import sys
import time
import tracemalloc
from pathlib import Path

from lint.corpus.learn import SIMILAR, Learner
from lint.formats import parse
from lint.text.near_duplicates import alike, normal

STORIES = 2_000
LINES = [
    "Sign up to our free weekly newsletter for the best of the county’s news.",
    "Follow the Harbour Gazette on Facebook and Twitter for updates through the day.",
    "To get more stories like this one, click here to subscribe from £2 a week.",
    "The Harbour Gazette is a member of the Press Council and keeps its code of practice.",
    "If you have been affected by the issues in this story, call the helpline on 0800 555 0123.",
    "Copyright 2024 Harbour Gazette Ltd. All rights reserved, and nothing here may be copied.",
    "Do you have a story for us? Write to the newsdesk at the address on page two.",
    "Our journalists are independent; we may earn a commission if you buy through our links.",
    "This article was first published in the print edition of Saturday, 4 May.",
    "Additional reporting by our correspondents in London, Dublin and Brussels.",
    "Comments on this article are closed; letters for publication must carry a full address.",
    "The views in this column are the author’s own and not those of the newspaper.",
    "Read more: what the council’s budget means for your street.",
    "Advertisement: the story continues below this message from our sponsors.",
    "Listen to the Gazette’s daily podcast wherever you get your podcasts.",
    "Become a member today and support the journalism that holds power to account.",
    "Photographs by the Gazette’s staff unless another name is given below them.",
    "A correction was made to this article on 12 June after a reader wrote to us.",
    "You are reading one of your five free articles this month; log in for more.",
    "For the full list of planning applications, see page 14 of today’s paper.",
    "Weather, tides and road works for the coast are on the back page every day.",
    "Gazette Media Group, Harbour House, 1 Quay Street, registered in England no 5550123.",
    "To report a mistake, use the form at the foot of the page or ring the readers’ editor.",
    "More news from around the region can be found in our Around the Bay section.",
    "This live page has ended; the main points of the day are listed at the top.",
    "Tickets for the Gazette’s business awards dinner are on sale until the end of May.",
    "In an emergency dial 999; for advice that can wait, ring 111 or see your pharmacist.",
    "Crimestoppers can be rung free and without giving a name on 0800 555 0111.",
    "Court reports are written under the rules on open justice and are fair and accurate.",
    "Tell us what you think in our weekly survey, which takes less than two minutes.",
    "Download our app for breaking news, live scores and the day’s best pictures.",
    "Our offices are open from nine to five, Monday to Friday, except on bank holidays.",
    "The Gazette’s crossword and sudoku are now on their own page for subscribers.",
    "Public notices from your local councils are printed every Thursday.",
    "Prices were right when this page went to press and may have changed since.",
    "Match statistics are supplied by our data partner and may be updated after review.",
    "Family announcements can be placed online until four o’clock on the day before.",
    "Some names in this story have been changed to protect the people in it.",
    "Ends. Notes to editors: pictures and interviews can be had from the press office.",
    "The newspaper’s charity appeal this winter is in aid of the lifeboat station.",
]


def stories(clean: Path, corpus: Path) -> list[str]:
    """Two thousand stories: the clean ones, and runs of ten paragraphs of the corpus."""
    found = []
    for file in sorted(clean.glob("*.jsonl*")):
        opener = gzip.open if file.suffix == ".gz" else open
        with opener(file, "rt", encoding="utf-8", newline="\n") as lines:
            found += [json.loads(line)["text"] for line in lines if line.strip()]
    with lzma.open(corpus / "usgov.txt.xz", "rt", encoding="utf-8", newline="\n") as text:
        paragraphs = [line.strip() for line in text]
    runs = ("\n\n".join(paragraphs[i : i + 10]) for i in range(0, len(paragraphs), 25))
    return [*found, *runs][:STORIES]


def varied(line: str, rng: random.Random) -> str:
    """A small change in half of the places: another number, a word more, a comma less."""
    match rng.randrange(6):
        case 0:
            return "".join(str(rng.randrange(10)) if c.isdigit() else c for c in line)
        case 1:
            words = line.split()
            words.insert(rng.randrange(1, len(words)), rng.choice(["now", "also", "all", "here"]))
            return " ".join(words)
        case 2:
            return line.replace(",", "")
    return line


def main() -> None:
    rng = random.Random(11)
    texts = stories(Path(sys.argv[1]), Path(sys.argv[2]))
    for i, line in enumerate(LINES):
        share = 0.01 + 0.29 * i / (len(LINES) - 1)
        for n in rng.sample(range(len(texts)), round(share * len(texts))):
            paragraphs = texts[n].split("\n\n")
            paragraphs.insert(rng.choice([len(paragraphs), rng.randrange(1, len(paragraphs) + 1)]), varied(line, rng))
            texts[n] = "\n\n".join(paragraphs)
    tracemalloc.start()
    began, learner = time.perf_counter(), Learner()
    for i, text in enumerate(texts):
        learner.add(parse(f"{i}.txt", text, "en-GB"))
    seconds, memory = time.perf_counter() - began, tracemalloc.get_traced_memory()[1]
    proposals = learner.found(max(4, len(texts) // 200))[:200]
    wanted = [normal(line) for line in LINES]
    got = [normal(p.text) for p in proposals]
    found = [w for w in wanted if any(alike(w, g, SIMILAR) or g in w for g in got)]
    story = [p for p, g in zip(proposals, got, strict=True) if not any(alike(w, g, SIMILAR) or g in w for w in wanted)]
    print(f"{len(found)} of {len(LINES)} lines found; {len(proposals)} proposals, {len(story)} of them not put in:")
    for p in story:
        print(f"  {p.stories} {p.where} {p.text[:100]}")
    print(f"{len(texts)} stories in {seconds:.1f} s, {memory / 1e6:.0f} MB at most (traced)")


if __name__ == "__main__":
    main()
