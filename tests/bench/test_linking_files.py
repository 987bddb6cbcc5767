"""The scorer reads stories and reports from files, and the articles of the set go out as JSON Lines."""

import json

from articles import write_articles
from linking_set import all_articles
from linking_truth import as_report
from score import linked_scores, read_linked

from reportedly.reading import read_all


def truthful_reports(stories, truth):
    """Return reports in which the coder told every passage of the set at its first word, and nothing else."""
    reports = {one.url: {"article": {"url": one.url, "text": one.text}, "events": []} for one in all_articles(stories)}
    for event in truth.events:
        tellings = [(url, words) for url, passages in event.passages.items() for words in passages]
        for number, (url, words) in enumerate(tellings):
            start = reports[url]["article"]["text"].index(words)
            telling = {"id": f"{event.key} {number}", "type": min(event.types), "trigger": [start, start + 1]}
            reports[url]["events"].append({**telling, "mentions": []})
    return reports.values()


def test_true_stories_and_reports_from_files_score_one(stories, truth, tmp_path):
    answer, coded = tmp_path / "stories.json", tmp_path / "reports.jsonl"
    answer.write_text(json.dumps(as_report(stories).stories), encoding="utf-8")
    coded.write_text("\n".join(map(json.dumps, truthful_reports(stories, truth))), encoding="utf-8")
    found = linked_scores(read_linked(answer, coded))
    assert {value for part in found.values() for value in part.scores.values()} == {1.0}


def test_only_open_articles_are_written_unless_all_are_asked_for(stories, tmp_path):
    path = tmp_path / "articles.jsonl"
    assert write_articles(path, held_back=False) == sum(len(one.articles) for one in stories if not one.held_back)
    held_back = {one.url for story in stories if story.held_back for one in story.articles}
    leaked = sum(json.loads(line)["url"] in held_back for line in path.read_text(encoding="utf-8").splitlines())
    assert leaked == 0
    assert write_articles(path, held_back=True) == sum(len(one.articles) for one in stories)


def test_the_reader_keeps_every_passage_word_for_word(stories, tmp_path):
    path = tmp_path / "articles.jsonl"
    write_articles(path, held_back=True)
    text = {article.url: article.text for article in read_all([path])}
    lost = [one.key for one in all_articles(stories) if any(p.words not in text[one.url] for p in one.passages)]
    assert lost == []
