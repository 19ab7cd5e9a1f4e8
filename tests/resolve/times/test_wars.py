"""Sentences of our own from many wars: where the times stand in them and which days they mean."""

from datetime import date

import pytest

from marsad.resolve.times import anchor, find_times
from marsad.resolve.times.discourse import Discourse

# text, day of publication, the expressions with their first and last day; none for what fixes no day
CASES = [
    # Ukraine
    ("Shells fell on Nikopol overnight and again on Tuesday morning.", "2023-08-16",
     [("overnight", "2023-08-15", "2023-08-16"), ("Tuesday morning", "2023-08-15", "2023-08-15")]),
    ("Kharkiv was hit twice late on Monday, a day after a truce was offered.", "2024-05-22",
     [("late on Monday", "2024-05-20", "2024-05-20"), ("a day after", "2024-05-21", "2024-05-21")]),
    ("The dam burst in the early hours of 6 June last year.", "2024-01-10",
     [("the early hours of 6 June last year", "2023-06-06", "2023-06-06")]),
    ("On the last Tuesday of April and the first Monday in May, Kherson was shelled.", "2023-05-12",
     [("the last Tuesday of April", "2023-04-25", "2023-04-25"),
      ("the first Monday in May", "2023-05-01", "2023-05-01")]),
    ("In the night to Friday, and overnight into Sunday, Kyiv was hit.", "2023-05-12",
     [("the night to Friday", "2023-05-11", "2023-05-12"), ("overnight into Sunday", "2023-05-06", "2023-05-07")]),
    ("Since the spring of 2022 the front has hardly moved.", "2023-11-02",
     [("Since the spring of 2022", "2022-03-01", "2023-11-02")]),
    ("Drones struck the port for the third time this week.", "2023-07-21", [("this week", "2023-07-17", "2023-07-21")]),
    ("The exchange of prisoners is to take place on Saturday.", "2024-02-06",
     [("Saturday", "2024-02-10", "2024-02-10")]),
    ("The garrison was given until Friday to lay down its arms.", "2022-04-19",
     [("until Friday", "2022-04-19", "2022-04-22")]),
    ("Bakhmut fell between 20 and 21 May.", "2023-05-25", [("between 20 and 21 May", "2023-05-20", "2023-05-21")]),
    ("A church was burnt on Orthodox Easter in 2022.", "2023-01-05",
     [("Orthodox Easter in 2022", "2022-04-24", "2022-04-24")]),
    ("Missiles rained on Lviv on New Year's Eve.", "2024-01-02", [("New Year's Eve", "2023-12-31", "2023-12-31")]),
    # Sudan
    ("Shelling killed nine in Omdurman the day before yesterday.", "2023-09-05",
     [("the day before yesterday", "2023-09-03", "2023-09-03")]),
    ("The RSF has held Nyala for two weeks.", "2023-11-10", [("for two weeks", "2023-10-27", "2023-11-10")]),
    ("Fighters stormed the camp during Ramadan.", "2024-05-01", [("Ramadan", "2024-03-10", "2024-04-10")]),
    ("The raid on 15 Ramadan 1444 (6 April) emptied the village.", "2023-04-09",
     [("15 Ramadan 1444 (6 April)", "2023-04-06", "2023-04-06")]),
    ("Talks in Jeddah resume next Thursday.", "2023-10-22", [("next Thursday", "2023-10-26", "2023-10-26")]),
    ("In mid-April the airport burned; three weeks later it was still shut.", "2023-06-01",
     [("mid-April", "2023-04-11", "2023-04-20"), ("three weeks later", None, None)]),
    ("El Geneina has been cut off for months.", "2023-07-30", [("months", None, None)]),
    # Colombia
    ("Gunmen halted a bus at about 7:30 p.m. on Sunday.", "2021-03-02",
     [("7:30 p.m. on Sunday", "2021-02-28", "2021-02-28")]),
    ("The 2016 accord ended five decades of war.", "2020-08-24",
     [("2016", "2016-01-01", "2016-12-31"), ("five decades", None, None)]),
    ("The ELN declared a truce from 24 December to 3 January.", "2022-01-09",
     [("from 24 December to 3 January", "2021-12-24", "2022-01-03")]),
    ("Displacement doubled in the first quarter of 2022, against a year earlier.", "2022-05-14",
     [("the first quarter of 2022", "2022-01-01", "2022-03-31"), ("a year earlier", "2021-01-01", "2021-03-31")]),
    ("Arauca was bombed in January, and twice more the following month.", "2022-04-01",
     [("January", "2022-01-01", "2022-01-31"), ("the following month", "2022-02-01", "2022-02-28")]),
    # Myanmar
    ("Jets hit the village at dawn on the 11th of April.", "2023-04-14",
     [("dawn on the 11th of April", "2023-04-11", "2023-04-11")]),
    ("The junta extended emergency rule until 31 January.", "2023-08-01",
     [("until 31 January", "2023-08-01", "2024-01-31")]),
    ("Laukkai fell in the first week of January.", "2024-01-20",
     [("the first week of January", "2024-01-01", "2024-01-07")]),
    ("Since the coup of 1 February 2021, thousands have been held.", "2022-02-01",
     [("1 February 2021", "2021-02-01", "2021-02-01")]),
    ("Two and a half years after the coup, Sagaing burns.", "2023-08-01", [("Two and a half years after", None, None)]),
    # Sahel
    ("Men on motorbikes attacked Djibo last Sunday.", "2022-11-16", [("last Sunday", "2022-11-13", "2022-11-13")]),
    ("More than 100 were killed in Barsalogho at the end of August.", "2024-09-10",
     [("the end of August", "2024-08-21", "2024-08-31")]),
    ("The convoy was ambushed some ten days ago near Labbezanga.", "2023-02-20",
     [("some ten days ago", "2023-02-10", "2023-02-10")]),
    ("Moura was the worst massacre of the year.", "2022-06-15", [("the year", "2022-01-01", "2022-06-15")]),
    ("The mission leaves by the end of the year.", "2023-07-01",
     [("by the end of the year", "2023-07-01", "2023-12-31")]),
    ("Ansongo has been besieged since mid-2022.", "2023-03-05", [("since mid-2022", "2022-05-01", "2023-03-05")]),
    # Nigeria
    ("Gunmen took 140 pupils on July 5, 2021; the last came home in December.", "2022-02-02",
     [("July 5, 2021", "2021-07-05", "2021-07-05"), ("December", "2021-12-01", "2021-12-31")]),
    ("Every Monday shops stay shut in the southeast.", "2022-05-03", [("Every Monday", None, None)]),
    ("Worshippers were shot at Easter Sunday mass.", "2023-04-12", [("Easter Sunday", "2023-04-09", "2023-04-09")]),
    ("Nearly a decade ago girls were seized in Chibok.", "2024-03-01",
     [("Nearly a decade ago", "2012-01-01", "2016-12-31")]),
    ("Plateau villages were burnt on Christmas Eve.", "2024-01-03", [("Christmas Eve", "2023-12-24", "2023-12-24")]),
    # Afghanistan
    ("Kabul was taken on 24 Asad 1400.", "2021-09-01", [("24 Asad 1400", "2021-08-15", "2021-08-15")]),
    ("On the night of Thursday, 26 August, a bomber struck the gate.", "2021-08-28",
     [("the night of Thursday, 26 August", "2021-08-26", "2021-08-26")]),
    ("Kunduz changed hands in the autumn of 2015 and again a year later.", "2017-01-10",
     [("the autumn of 2015", "2015-09-01", "2015-11-30"), ("a year later", "2016-01-01", "2016-12-31")]),
    ("The truce holds over Eid al-Fitr.", "2018-06-16", [("Eid al-Fitr", "2018-06-14", "2018-06-16")]),
    ("In the eighties the valley saw nine offensives; in the 1990s, two.", "2010-05-05",
     [("the eighties", "1980-01-01", "1989-12-31"), ("the 1990s", "1990-01-01", "1999-12-31")]),
    # Gaza, Lebanon, Israel
    ("Rockets were fired on Saturday; hours later jets struck Khan Younis.", "2023-10-10",
     [("Saturday", "2023-10-07", "2023-10-07"), ("hours later", "2023-10-07", "2023-10-08")]),
    ("Aid was turned back in the past 24 hours, and more is due tomorrow.", "2024-03-06",
     [("the past 24 hours", "2024-03-05", "2024-03-06"), ("tomorrow", "2024-03-07", "2024-03-07")]),
    ("The hostages were freed on Nov. 24-25.", "2023-11-27", [("Nov. 24-25", "2023-11-24", "2023-11-25")]),
    ("Minutes later a second strike hit the ward.", "2024-08-01", [("Minutes later", None, None)]),
    ("The border has been shut since last October.", "2024-02-14",
     [("since last October", "2023-10-01", "2024-02-14")]),
    # Iraq
    ("Mosul was lost in June 2014 and won back three years later.", "2018-01-01",
     [("June 2014", "2014-06-01", "2014-06-30"), ("three years later", "2017-01-01", "2017-12-31")]),
    ("It was late a year ago that the siege began.", "2017-10-01", [("late a year ago", "2016-09-01", "2016-12-31")]),
    ("Pilgrims were killed two days before Ashura, in 2013.", "2013-11-20",
     [("two days before", None, None), ("Ashura", "2013-11-13", "2013-11-15"), ("2013", "2013-01-01", "2013-12-31")]),
    ("Between 2014 and 2017 the minority fled.", "2019-01-01", [("Between 2014 and 2017", "2014-01-01", "2017-12-31")]),
    # Yemen, Syria, Libya, Ethiopia, Congo
    ("Hodeidah was struck on Monday and, the next day, Saada.", "2018-08-10",
     [("Monday", "2018-08-06", "2018-08-06"), ("the next day", "2018-08-07", "2018-08-07")]),
    ("The truce of 2 April was renewed two months later.", "2022-06-05",
     [("2 April", "2022-04-02", "2022-04-02"), ("two months later", "2022-06-01", "2022-06-30")]),
    ("Idlib was bombed on Friday and Saturday.", "2019-07-23", [("Friday and Saturday", "2019-07-19", "2019-07-20")]),
    ("Derna had been shelled in its 2018 siege.", "2023-09-20", [("2018", "2018-01-01", "2018-12-31")]),
    ("Tripoli saw its worst night in recent weeks.", "2022-08-28", [("recent weeks", "2022-07-17", "2022-08-28")]),
    ("Mekelle was bombed last Wednesday, and the previous week.", "2021-10-26",
     [("last Wednesday", "2021-10-20", "2021-10-20"), ("the previous week", "2021-10-11", "2021-10-17")]),
    ("The M23 now holds Bunagana, which it recently looted.", "2022-06-20",
     [("now", None, None), ("recently", None, None)]),
    ("Goma fell twenty-four hours after the talks failed, on 27 January 2025.", "2025-02-03",
     [("twenty-four hours after", None, None), ("27 January 2025", "2025-01-27", "2025-01-27")]),
    ("In nineteen ninety-four the camp was the largest of all.", "2004-04-07",
     [("nineteen ninety-four", "1994-01-01", "1994-12-31")]),
    ("The year 2000 saw the fall of the town.", "2001-02-02", [("The year 2000", "2000-01-01", "2000-12-31")]),
    # days of two sides of a night, feasts, parts of a month
    ("Drones flew over Kherson from late on Friday into the early hours of Saturday.", "2024-05-15",
     [("from late on Friday into the early hours of Saturday", "2024-05-10", "2024-05-11")]),
    ("Rockets fell on Friday night and early on Saturday.", "2024-05-15",
     [("Friday night and early on Saturday", "2024-05-10", "2024-05-11")]),
    ("Bombers struck the bazaar in Kandahar on the eve of Eid.", "2024-04-12",
     [("the eve of Eid", "2024-04-08", "2024-04-10")]),
    ("Guns fell silent for the Eid holiday, said Mohammed Eid.", "2024-04-12",
     [("Eid holiday", "2024-04-09", "2024-04-12")]),
    ("Police fired tear gas on the last Friday of Ramadan.", "2025-04-01",
     [("the last Friday of Ramadan", "2025-03-28", "2025-03-28")]),
    ("Crowds gathered on the first Friday of Ramadan in 2024.", "2024-04-01",
     [("the first Friday of Ramadan in 2024", "2024-03-15", "2024-03-15")]),
    ("Bandits came back in mid-May.", "2024-05-15", [("mid-May", "2024-05-11", "2024-05-15")]),
    ("Goma fell on a Monday. The evening began with looting.", "2025-02-01",
     [("Monday", "2025-01-27", "2025-01-27"), ("The evening", "2025-01-27", "2025-01-27")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_times_of_a_sentence(text: str, published: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    day = date.fromisoformat(published)
    discourse, read = Discourse(text, day, day), []
    for found in find_times(text):
        days = anchor(found, discourse.reference(found))
        read.append((found.text, days and days.start.isoformat(), days and days.end.isoformat()))
        discourse = discourse.after(found)
    assert read == expected
