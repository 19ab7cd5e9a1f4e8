"""Words that any report of violence may use: to share one of them says nothing of the happening."""

WORDS = frozenset(
    """about accord accused across activist activists added after again against agency agreed aircraft airstrike
    airstrikes alleged allegedly allied allies along already also always although amid among another area areas
    armed army around arrested artillery assault attack attacked attacker attackers attacking attacks authorities
    backed battle became because been before began behind being believed between blast bodies body bomb bombed
    bombing bombs border both brought called came campaign capital captured carried casualties cause central chief
    children citizens city civilian civilians claimed claims clash clashed clashes coalition come coming commander
    community conflict confirmed continued control could council countries country crisis damage damaged days dead
    deadliest deadly death deaths defence defense despite destroyed detained died dozens during each earlier early
    east eastern eight either enemy escalation ever every explosion explosions extremist extremists face families
    family fight fighter fighters fighting fire fired first five following force forced forces former four friday
    from front given going government group groups gunfire gunman gunmen half have head health held here high hit
    home homes hospital hospitals hour hours house houses however hundred hundreds hurt incident including
    independent inhabitants injured injuries inside insurgents international into involved islamist jets journalists
    just killed killing kills known large last late later launched law lead leader leaders least leaving left less
    like living local located long made main major male many massive media medical member members midnight might
    militant militants military militia militias minister ministry minutes missile missiles monday month months more
    morning most multiple murder murdered national nearby near nearly neighbourhood news night nine none north
    northern number occurred offensive official officials once only opened operation operations opposition other
    others outside over overnight part party past people persons place planned police position positions post
    president pressure prime province public raid raids rebel rebels recent region regional released remain remains
    report reported reporters reportedly reports rescue residents responded response responsibility responsible
    result revealed river rocket rockets ruled said same saturday saying says school second security seen sent
    separate series seven several shelled shelling shells shooting shot shots should side since site situation some
    soldier soldiers source sources south southern spokesman spokesperson spokeswoman state statement still strike
    strikes struck such sunday support supporters survivors suspect suspected suspects take taken talks target
    targeted targets team than that their them then there these they third this those thousands three through
    thursday time times told took town towns toward towards troops tuesday under unit until used using very vicinity
    victim victims video village villagers villages violence wake wanted warned wave weapons wednesday week weekend
    weeks well went were west western what when where whether which while will wing with within without witness
    witnesses women working world would wounded wounding year years yesterday young january february march april
    june july august september october november december""".split()
)

NAMES = frozenset(
    """Moscow Washington London Paris Berlin Brussels Geneva Beijing Tehran Ankara Russia America Britain France China
    Iran Turkey Israel Europe Africa Asia Americans Russians Chinese Iranian Israeli German Arab Arabs Muslims
    Christians Kurdish Kurds Republican Republicans Democrat Democrats Democratic Pentagon Kremlin NATO Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December President Minister Prime General Colonel Captain Lieutenant Major Secretary Ministry
    Defence Defense Foreign Interior Health Army Force Forces National Security United Nations States State Council
    Human Rights Observatory International Reuters Associated Press Agence France Twitter Facebook Telegram Islamic
    Muslim Christian Government Police Department Office American British French Russian Turkish European North
    South East West Northern Southern Eastern Western Central Republic News Agency Group Party Parliament Congress
    House Senate White Court Governor Mayor Chief Commander""".split()
)
"""Capitalised words that reports of different stories share: days, months, titles, bodies of state, agencies."""
