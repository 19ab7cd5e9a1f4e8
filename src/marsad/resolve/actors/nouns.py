"""Classes of nouns that tell a party's name from the words around it."""

MEMBERS = frozenset(
    "fighter fighters militant militants force forces troop troops group groups spokesman spokeswoman spokesperson "
    "convoy convoys position positions member members soldier soldiers gunman gunmen insurgent insurgents rebel "
    "rebels terrorist terrorists jihadist jihadists jihadi jihadis extremist extremists guerrilla guerrillas militia "
    "militias militiaman militiamen operative operatives cadre cadres combatant combatants element elements unit "
    "units cell cells team teams faction factions movement organisation organization organizations party alliance "
    "coalition army network branch affiliate affiliates wing command commander commanders leader leaders leadership "
    "chief chiefs official officials officer officers personnel men paramilitary paramilitaries supporter supporters "
    "loyalist loyalists partisan partisans separatist separatists islamists islamist mercenaries mercenary "
    "authorities administration government regime side patrol patrols column columns contingent contingents brigade "
    "brigades battalion battalions division divisions squad squads volunteers recruits snipers sniper bombers bomber "
    "militiawomen policemen police headquarters base bases outpost outposts checkpoint checkpoints camp camps post "
    "posts target targets stronghold strongholds hideout hideouts vehicle vehicles tank tanks truck trucks depot "
    "depots site sites facility facilities garrison infrastructure compound compounds barracks defences defenses "
    "lines trenches depots arsenal arsenals warehouse warehouses launcher launchers tunnel tunnels "
    "militants' regiment regiments corps guard guards fleet gang gangs cartel crew peacekeeper "
    "peacekeepers mission pickup pickups gunship gunships servicemen serviceman reservists reservist".split()
)
"""Words after a party's name that still mean the party: its people, its parts, its things."""

DEEDS = frozenset(
    "statement statements attack attacks strike strikes airstrike airstrikes raid raids shelling bombing bombings "
    "bombardment offensive assault fire gunfire drone drones missile missiles rocket rockets mortar mortars "
    "artillery shells shell jet jets warplane warplanes plane planes aircraft helicopter helicopters airpower "
    "bombers advance incursion operation operations ambush ambushes campaign air ground aerial warships warship navy "
    "gunboats barrage salvo munitions bombs bomb quadcopter quadcopters uav uavs bombardments offensives cannon "
    "howitzers".split()
)
"""Words after a party's name that mean what it does or does it with."""

BETWEEN = frozenset(
    "air fighter war ground special military artillery drone missile naval combat security armed army rocket tank "
    "infantry border attack helicopter mortar paratrooper marine land elite suicide regular occupation government "
    "suspected alleged tactical mechanized mechanised armored armoured airborne reserve radical terror terrorist "
    "extremist islamist local senior top key militant rebel jihadist paramilitary media political field assault supply "
    "ammunition weapons arms fuel training logistics observation reconnaissance surveillance radar command sea "
    "kamikaze glide cruise ballistic long-range precision retaliatory overnight heavy intense massive fresh repeated "
    "renewed deadly armored armoured".split()
)
"""Words that may stand between a party's name and a noun of those classes."""

DESCRIBING = BETWEEN | frozenset(
    "main biggest largest powerful notorious nationalist far-right hardline hard-line shia shiite shi'ite sunni hindu "
    "kurdish ethnic banned outlawed ruling much-feared breakaway separatist al-qaeda-linked paramilitary guerrilla "
    "opposition armed former defunct so-called allied".split()
)
"""Words that may stand between an owner and the name of a party of its own."""

PARTS = frozenset(
    "forces force troops soldiers soldier unit units position positions convoy convoys patrol patrols post posts "
    "outpost outposts base bases camp camps checkpoint checkpoints barracks garrison headquarters vehicle vehicles "
    "tank tanks truck trucks depot depots column columns battalion battalions brigade brigades division divisions "
    "regiment regiments corps personnel officers officer men artillery guns mortars drones drone jets jet warplanes "
    "warplane planes plane aircraft helicopters helicopter strike strikes airstrike airstrikes raid raids commandos "
    "pickups gunship gunships snipers gunners lines trenches bombers paratroopers gunboats targets target command "
    "commands paramotor paramotors helicopter-gunships barracks lorry lorries bus buses boat boats bomb bombs launcher "
    "launchers airbase airfield ambush ambushes offensive assault advance fire bombardment shelling compound".split()
)
"""What belongs to an army or a government after its bare noun ("army drones")."""

OFFICES = frozenset(
    "president vice-president premier minister ministers chancellor king queen prince emir sultan sheikh general gen "
    "colonel col brigadier brig major maj captain capt lieutenant lt sergeant sgt corporal cpl admiral marshal "
    "commander commanders cmdr leader leaders spokesman spokeswoman spokesperson mayor governor gov senator sen "
    "congressman congresswoman representative rep lawmaker legislator parliamentarian mp deputy ambassador envoy "
    "diplomat chief head secretary director chairman chairwoman judge prosecutor magistrate ayatollah emir warlord "
    "chieftain kingpin councillor councilman commissioner superintendent inspector constable private pvt specialist "
    "officer official negotiator adviser advisor mastermind founder boss ringleader mullah mufti consul "
    "attorney".split()
)
"""Public offices and ranks: their holders are not private persons."""

ORGANISATION_WORDS = frozenset(
    "observatory library concert suspect suspects year new probe information directorate while when celebrations "
    "kurds muslims muslim christians christian jews yezidis yazidis yezidi yazidi kurdish peshmerga marathon "
    "building exchange courts units tiger tigers hawk chinook apache operation operations airborne both if ethnic "
    "harakat jabhat jabhet liwa liwaa jaysh jaish kataib faylaq ansar hizb dawlah katiba brigade brigades army "
    "armies force forces front movement party union league group organisation organization council committee "
    "ministry department agency authority bureau office hospital clinic church mosque cathedral temple school "
    "university college institute camp airport airbase base street road avenue square district province governorate "
    "village town city county state valley river lake mountain mountains hills bridge prison market hotel centre "
    "center embassy consulate bank company corporation corp inc ltd network news times post television tv radio "
    "court parliament congress senate assembly house police guard guards command corps regiment battalion division "
    "squad unit cartel gang clan tribe mission fund foundation association society club team coalition alliance "
    "federation republic kingdom emirate sea gulf strait island islands north south east west northern southern "
    "eastern western central monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december day war agreement accord treaty summit administration "
    "crossing port terminal dam plant refinery field mall tower palace barracks orphanage monastery convent shrine "
    "resistance".split()
)
"""A capitalised phrase that ends in one of these is no person."""
