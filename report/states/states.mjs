// Writes states.csv: the Members of the United Nations and the two observer States, with the names that they have in
// the six official languages. Names are those of the Unicode CLDR 48, as Node 20 brings them along (LICENCE-CLDR.txt),
// but for States that the United Nations calls otherwise; what a State is called besides stands in the last column.
//
//     node states.mjs > states.csv

const members = `
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN
CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU
IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA
MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG
SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW VA PS`

// The codes of ISO 3166-1 alpha-3, which file names have as often.
const alpha3 = `
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA
BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST
SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR
KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ
MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA KNA LCA VCT
WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR
TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE VAT PSE`

const languages = ["en", "fr", "es", "ru", "ar", "zh"]

// What the United Nations calls otherwise than CLDR; "" keeps CLDR's.
const united = {
  BO: ["Bolivia (Plurinational State of)", "Bolivie (État plurinational de)", "Bolivia (Estado Plurinacional de)",
    "Боливия (Многонациональное Государство)", "بوليفيا (دولة - المتعددة القوميات)", "多民族玻利维亚国"],
  CD: ["Democratic Republic of the Congo", "République démocratique du Congo", "República Democrática del Congo",
    "Демократическая Республика Конго", "جمهورية الكونغو الديمقراطية", "刚果民主共和国"],
  CG: ["Congo", "Congo", "Congo", "Конго", "الكونغو", "刚果"],
  CI: ["Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire", "Кот-д’Ивуар", "كوت ديفوار", "科特迪瓦"],
  FM: ["Micronesia (Federated States of)", "Micronésie (États fédérés de)", "Micronesia (Estados Federados de)",
    "Микронезия (Федеративные Штаты)", "ميكرونيزيا (ولايات - الموحدة)", "密克罗尼西亚联邦"],
  GB: ["United Kingdom of Great Britain and Northern Ireland",
    "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "Reino Unido de Gran Bretaña e Irlanda del Norte",
    "Соединенное Королевство Великобритании и Северной Ирландии",
    "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "大不列颠及北爱尔兰联合王国"],
  IR: ["Iran (Islamic Republic of)", "Iran (République islamique d’)", "Irán (República Islámica del)",
    "Иран (Исламская Республика)", "إيران (جمهورية - الإسلامية)", "伊朗伊斯兰共和国"],
  KP: ["Democratic People’s Republic of Korea", "République populaire démocratique de Corée",
    "República Popular Democrática de Corea", "Корейская Народно-Демократическая Республика",
    "جمهورية كوريا الشعبية الديمقراطية", "朝鲜民主主义人民共和国"],
  KR: ["Republic of Korea", "République de Corée", "República de Corea", "Республика Корея", "جمهورية كوريا",
    "大韩民国"],
  LA: ["Lao People’s Democratic Republic", "République démocratique populaire lao",
    "República Democrática Popular Lao", "Лаосская Народно-Демократическая Республика",
    "جمهورية لاو الديمقراطية الشعبية", "老挝人民民主共和国"],
  MD: ["Republic of Moldova", "République de Moldova", "República de Moldova", "Республика Молдова",
    "جمهورية مولدوفا", "摩尔多瓦共和国"],
  MM: ["Myanmar", "Myanmar", "Myanmar", "Мьянма", "ميانمار", "缅甸"],
  PS: ["State of Palestine", "État de Palestine", "Estado de Palestina", "Государство Палестина", "دولة فلسطين",
    "巴勒斯坦国"],
  RU: ["Russian Federation", "Fédération de Russie", "Federación de Rusia", "Российская Федерация",
    "الاتحاد الروسي", "俄罗斯联邦"],
  SY: ["Syrian Arab Republic", "République arabe syrienne", "República Árabe Siria", "Сирийская Арабская Республика",
    "الجمهورية العربية السورية", "阿拉伯叙利亚共和国"],
  TZ: ["United Republic of Tanzania", "République-Unie de Tanzanie", "República Unida de Tanzanía",
    "Объединенная Республика Танзания", "جمهورية تنزانيا المتحدة", "坦桑尼亚联合共和国"],
  US: ["United States of America", "États-Unis d’Amérique", "Estados Unidos de América", "Соединенные Штаты Америки",
    "الولايات المتحدة الأمريكية", "美利坚合众国"],
  VA: ["Holy See", "Saint-Siège", "Santa Sede", "Святой Престол", "الكرسي الرسولي", "教廷"],
  VE: ["Venezuela (Bolivarian Republic of)", "Venezuela (République bolivarienne du)",
    "Venezuela (República Bolivariana de)", "Венесуэла (Боливарианская Республика)",
    "فنزويلا (جمهورية - البوليفارية)", "委内瑞拉玻利瓦尔共和国"],
  VN: ["Viet Nam", "Viet Nam", "Viet Nam", "Вьетнам", "فييت نام", "越南"],
  BN: ["Brunei Darussalam", "Brunéi Darussalam", "Brunei Darussalam", "Бруней-Даруссалам", "بروني دار السلام",
    "文莱达鲁萨兰国"],
  CV: ["Cabo Verde", "Cabo Verde", "Cabo Verde", "Кабо-Верде", "كابو فيردي", "佛得角"],
  TL: ["Timor-Leste", "Timor-Leste", "Timor-Leste", "Тимор-Лешти", "تيمور - ليشتي", "东帝汶"],
  AE: ["United Arab Emirates", "Émirats arabes unis", "Emiratos Árabes Unidos", "Объединенные Арабские Эмираты",
    "الإمارات العربية المتحدة", "阿拉伯联合酋长国"],
  ST: ["Sao Tome and Principe", "Sao Tomé-et-Principe", "Santo Tomé y Príncipe", "Сан-Томе и Принсипи",
    "سان تومي وبرينسيبي", "圣多美和普林西比"],
  VC: ["Saint Vincent and the Grenadines", "Saint-Vincent-et-les Grenadines", "San Vicente y las Granadinas",
    "Сент-Винсент и Гренадины", "سانت فنسنت وجزر غرينادين", "圣文森特和格林纳丁斯"],
  NL: ["Netherlands", "Pays-Bas", "Países Bajos", "Нидерланды", "هولندا", "荷兰"],
}

// Other names that people write.
const other = {
  RU: ["Russie", "Rusia"], US: ["USA", "U.S.A.", "United States", "EEUU", "EE.UU.", "США"],
  GB: ["UK", "U.K.", "Great Britain", "Britain", "Grande-Bretagne", "Великобритания"], TR: ["Turkey", "Turkiye"],
  CZ: ["Czech Republic", "République tchèque", "República Checa", "Чешская Республика"], SZ: ["Swaziland"],
  MK: ["Macedonia"], CI: ["Ivory Coast", "Costa de Marfil"], KR: ["South Korea", "ROK", "Corée", "Korea"],
  KP: ["DPRK", "RPDC"], CD: ["DRC", "RDC", "DR Congo"], MM: ["Burma", "Birmanie"], CV: ["Cape Verde", "Cap-Vert"],
  TL: ["East Timor"], AE: ["UAE", "EAU", "Emirats arabes unis"], SA: ["KSA"], VN: ["Vietnam"], LA: ["Laos"],
  BO: ["Bolivia", "Bolivie"], IR: ["Iran", "Irán"], VE: ["Venezuela"], SY: ["Syria", "Syrie", "Siria"],
  MD: ["Moldova", "Moldavie"], TZ: ["Tanzania", "Tanzanie"], CN: ["PRC", "中华人民共和国"], CF: ["RCA"],
  ZA: ["RSA", "ЮАР", "Южная Африка", "Afrique du Sud", "Sudáfrica"], PG: ["PNG"], BA: ["Bosnia", "Bosnie", "BiH"], NZ: ["Aotearoa"], VA: ["Vatican"], PS: ["Palestine", "Palestina"],
  NL: ["Holland", "Kingdom of the Netherlands"], DE: ["Allemagne", "RFA"], FM: ["Micronesia", "Micronésie"],
}

// How they are shortened in the names of files.
const shortened = {
  LA: ["Lao PDR", "Lao P.D.R.", "Lao", "RDP lao", "LPDR"], US: ["U.S.", "É.-U."], GB: ["England"],
  KP: ["DPR Korea", "D.P.R. Korea", "Dem. People’s Rep. of Korea", "RPD de Corée"],
  CD: ["Congo (DRC)", "Congo DR", "D.R. Congo", "Dem. Rep. of Congo", "Dem. Rep. of the Congo", "Dem. Rep. Congo",
    "Democratic Republic of Congo", "Congo Kinshasa"], CG: ["Congo Brazzaville", "Rep. of the Congo"],
  VC: ["Saint Vincent", "St. Vincent"], KN: ["St. Kitts", "Saint Kitts"], ST: ["Sao Tome"], AG: ["Antigua"],
  KG: ["Kyrgyz Republic", "République kirghize"], SK: ["Slovak Republic", "République slovaque", "República Eslovaca"],
  CF: ["Central African Rep."], RU: ["Russian Fed."], MH: ["RMI"], TT: ["Trinidad"], AE: ["U.A.E.", "Emirates"],
  CZ: ["Czech Rep."], DO: ["Dominican Rep."], CN: ["P.R. China", "PR China"],
}

// How they are shortened besides, or called in Russian without their long form.
const clipped = {
  RU: ["РФ"], ZA: ["S. Africa"], NZ: ["N. Zealand"], SA: ["Saudi"], SS: ["S. Sudan"], SB: ["Solomon Is.", "Solomons"],
  CN: ["КНР"], CH: ["Swiss Confederation", "Swiss"], KG: ["Кыргызская Республика", "Кыргызстан"], MD: ["Молдова"],
  BY: ["Белоруссия"],
}

// What they are called at home, where that is in none of the six languages.
const own = {
  DE: ["Deutschland"], AT: ["Österreich"], FI: ["Suomi"], SE: ["Sverige"], NO: ["Norge"], DK: ["Danmark"],
  IS: ["Ísland"], IT: ["Italia"], NL: ["Nederland"], PL: ["Polska"], CZ: ["Česko", "Česká republika"],
  SK: ["Slovensko"], SI: ["Slovenija"], HR: ["Hrvatska"], RS: ["Srbija"], HU: ["Magyarország"], EE: ["Eesti"],
  LV: ["Latvija"], LT: ["Lietuva"], RO: ["România"], BG: ["България"], GR: ["Ελλάδα", "Hellas"], UA: ["Україна"],
  AL: ["Shqipëria"], PT: ["Portugal"], BR: ["Brasil"], TR: ["Türkiye"], ES: ["España"], BE: ["België"],
  CH: ["Schweiz", "Svizzera"], IE: ["Éire"], MT: ["Malta"], KR: ["대한민국"], JP: ["Nippon"],
}

// Keys are CLDR's English names, but for these.
const keys = { CG: "congo", CD: "dr-congo", MM: "myanmar", PS: "palestine", VA: "holy-see", BA: "bosnia" }

const spelt = (s) => s.replaceAll(" & ", " and ").replace(/^St\. /, "Saint ")
const field = (s) => (/[",]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s)
const tables = languages.map((l) => new Intl.DisplayNames(l, { type: "region" }))
const long = alpha3.trim().split(/\s+/)
console.log(["key", "codes", ...languages, "other"].join(","))
members.trim().split(/\s+/).forEach((code, i) => {
  const usual = tables.map((t) => t.of(code))
  const names = usual.map((name, k) => united[code]?.[k] || (k ? name : spelt(name)))
  const more = [...(other[code] ?? []), ...(shortened[code] ?? []), ...(clipped[code] ?? []), ...(own[code] ?? [])]
  const besides = [...new Set([...usual, ...more])].filter((n) => !names.includes(n))
  const key = keys[code] ?? usual[0].normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", "and")
    .replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "")
  const codes = `${code} ${long[i]}${code === "GR" ? " EL" : ""}` // which the European Union says of Greece
  console.log([key, codes, ...names, besides.join(" | ")].map(field).join(","))
})
