def test_a_minister_speaking_of_what_his_state_did_has_a_stake(coder):
    text = (
        "Chad's foreign minister said Chadian troops had shelled a village in Sudan. A nurse said nine people had died."
    )
    report = coder.code(text)
    event = next(e for e in report.events if e.type == "ASSAULT")
    assert [s.interested for s in event.sources] == [True]
    by_name = {c.sources[-1].name: c.sources[-1].interested for c in report.claims}
    assert [interested for name, interested in by_name.items() if "minister" in name] == [True]
    assert [interested for name, interested in by_name.items() if "nurse" in name] == [False]
