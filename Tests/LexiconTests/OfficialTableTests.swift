import CSVFormat
import Foundation
import Testing

@testable import Lexicon

/// The tables that are taken over from lists as a whole. No sentence names each of their rows; they are entered a second time,
/// in short, or held against what is known of them from elsewhere.
@Suite("Tables taken over from official lists")
struct OfficialTableTests {
  private func rows(_ name: String) throws -> [[String]] {
    let bytes = try #require(Lexicon.builtInTables[name])
    return try CSVReader.records(of: bytes).dropFirst().map(\.cells)
  }

  private func divisionNames() throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try rows("divisions.csv").map { ($0[0], $0[1]) })
  }

  @Test(
    "The prefectures and the counties of each province, by number",
    arguments: [
      ("北京市", 0, 16),
      ("天津市", 0, 16),
      ("河北省", 11, 167),
      ("山西省", 11, 117),
      ("内蒙古自治区", 12, 103),
      ("辽宁省", 14, 100),
      ("吉林省", 9, 60),
      ("黑龙江省", 13, 125),
      ("上海市", 0, 16),
      ("江苏省", 13, 95),
      ("浙江省", 11, 90),
      ("安徽省", 16, 104),
      ("福建省", 9, 84),
      ("江西省", 11, 101),
      ("山东省", 16, 136),
      ("河南省", 17, 157),
      ("湖北省", 13, 103),
      ("湖南省", 14, 122),
      ("广东省", 21, 122),
      ("广西壮族自治区", 14, 111),
      ("海南省", 4, 26),
      ("重庆市", 0, 38),
      ("四川省", 21, 185),
      ("贵州省", 9, 88),
      ("云南省", 16, 130),
      ("西藏自治区", 7, 74),
      ("陕西省", 10, 107),
      ("甘肃省", 14, 86),
      ("青海省", 8, 45),
      ("宁夏回族自治区", 5, 22),
      ("新疆维吾尔自治区", 14, 107),
      ("台湾省", 6, 16),
      ("香港特别行政区", 0, 0),
      ("澳门特别行政区", 0, 0),
    ])
  func counts(province: String, prefectures: Int, counties: Int) throws {
    let all = try rows("divisions.csv")
    let code = try #require(all.first { $0[1] == province && $0[0].hasSuffix("0000") }?[0])
    let inside = all.filter { $0[0].hasPrefix(code.prefix(2)) && $0[0] != code }
    #expect(inside.count { $0[0].hasSuffix("00") } == prefectures)
    #expect(inside.count { !$0[0].hasSuffix("00") } == counties)
  }

  @Test("A division's name ends in its rank, and its short names are made of its signs")
  func names() throws {
    let ranks = Set("省市区县旗州盟")
    // These have a rank of their own.
    let others: Set = ["中沙群岛的岛礁及其海域", "大柴旦行政委员会"]
    for row in try rows("divisions.csv") {
      let (name, shorts) = (row[1], row[2].split(separator: "/"))
      #expect(name.last.map(ranks.contains) == true || others.contains(name), "\(row)")
      #expect(!shorts.isEmpty)
      for short in shorts {
        #expect(short.count > 1 && isMade(String(short), of: name), "\(row)")
      }
    }
  }

  /// Whether the signs of a short name come one after the other in the name.
  private func isMade(_ short: String, of name: String) -> Bool {
    var rest = Substring(name)
    return short.allSatisfy { sign in
      guard let place = rest.firstIndex(of: sign) else { return false }
      rest = rest[rest.index(after: place)...]
      return true
    }
  }

  @Test(
    "What was renamed, by the day, or of older ones the year, until which the old names held: these, and the present ones",
    arguments: [
      ("2002", "鄞县>鄞州区"),
      ("2004", "北道区>麦积区 秦城区>秦州区"),
      ("2005", "芳村区>荔湾区"),
      ("2006", "动力区>香坊区"),
      ("2007", "米泉市>米东区"),
      ("2009", "南汇区>浦东新区 塘沽区>滨海新区 汉沽区>滨海新区 大港区>滨海新区"),
      ("2010", "崇文区>东城区 宣武区>西城区 潞西市>芒市 文山县>文山市 襄阳区>襄州区"),
      ("2011", "卢湾区>黄浦区 居巢区>巢湖市 万盛区>綦江区 维扬区>邗江区"),
      ("2012", "楚州区>淮安区 沧浪区>姑苏区 平江区>姑苏区 金阊区>姑苏区 金家庄区>花山区 " + "四方区>市北区 胶南市>黄岛区 小河区>花溪区"),
      ("2013", "白下区>秦淮区 下关区>鼓楼区 玉树县>玉树市 达县>达川区 绍兴县>柯桥区"),
      ("2014", "萝岗区>黄埔区 东陵区>浑南区 金明区>龙亭区 开封县>祥符区 郧县>郧阳区 " + "陵县>陵城区 昌都县>卡若区"),
      ("2015", "林芝县>巴宜区 戚墅堰区>武进区 闸北区>静安区 崇安区>梁溪区 南长区>梁溪区 " + "北塘区>梁溪区 铜陵县>义安区 华县>华州区"),
      ("2016", "陕县>陕州区 遵义县>播州区 安县>安州区 星子县>庐山市 江东区>鄞州区 " + "许昌县>建安区 郫县>郫都区 户县>鄠邑区"),
      ("2017", "九江县>柴桑区"),
      ("2018", "莱城区>莱芜区"),
      ("2021", "吉利区>孟津区"),
      ("2002-12-31", "柳州地区>柳州市"),
      ("2010-12-09", "襄樊市>襄阳市"),
      ("2017-04-03", "平泉县>平泉市"),
      ("2017-04-09", "宁乡县>宁乡市 玉环县>玉环市 盘县>盘州市 神木县>神木市 隆昌县>隆昌市"),
      ("2018-02-09", "余江县>余江区 南郊区>云冈区 城区>平城区 大同县>云州区 矿区>云冈区 马龙县>马龙区"),
      (
        "2018-02-22",
        "京山县>京山市 冷湖行政委员会>茫崖市 彬县>彬州市 怀仁县>怀仁市 海安县>海安市 漠河县>漠河市 "
          + "茫崖行政委员会>茫崖市"
      ),
      (
        "2018-06-19",
        "城区>潞州区 宜宾县>叙州区 屯留县>屯留区 株洲县>渌口区 济阳县>济阳区 潞城市>潞城区 "
          + "郊区>潞州区 长治县>上党区"
      ),
      ("2018-07-02", "兴仁县>兴仁市 华亭县>华亭市 水富县>水富市 滦县>滦州市 潜山县>潜山市 荔浦县>荔浦市 邹平县>邹平市"),
      ("2019-06-27", "上饶县>广信区 淮阳县>淮阳区 田阳县>田阳区 茌平县>茌平区"),
      (
        "2019-06-29",
        "上甘岭区>友好区 乌伊岭区>汤旺县 乌马河区>伊美区 五营区>丰林县 伊春区>伊美区 南岔区>南岔县 "
          + "带岭区>大箐山县 新青区>丰林县 汤旺河区>汤旺县 红星区>丰林县 美溪区>伊美区 翠峦区>乌翠区 "
          + "西林区>金林区 金山屯区>金林区"
      ),
      ("2019-07-12", "嫩江县>嫩江市 子长县>子长市 射洪县>射洪市 广德县>广德市 邵东县>邵东市 长垣县>长垣市"),
      ("2019-11-06", "太谷县>太谷区 湟中县>湟中区 湾里区>新建区"),
      ("2019-11-20", "平果县>平果市 库车县>库车市 无为县>无为市 澄江县>澄江市"),
      ("2020-04-18", "南沙群岛>南沙区 西沙群岛>西沙区"),
      (
        "2020-06-05",
        "三山区>弋江区 任县>任泽区 南和县>南和区 新津县>新津区 桥东区>襄都区 桥西区>信都区 "
          + "水城县>水城区 海门市>海门区 港闸区>崇川区 繁昌县>繁昌区 芜湖县>湾沚区 蓬莱市>蓬莱区 "
          + "邢台县>信都区 长岛县>蓬莱区"
      ),
      ("2020-06-12", "同仁县>同仁市 监利县>监利市 龙南县>龙南市"),
      ("2021-01-29", "凤翔县>凤翔区 沙湾县>沙湾市"),
      ("2021-02-01", "会理县>会理市"),
      ("2021-02-02", "禄丰县>禄丰市"),
      ("2021-02-03", "横县>横州市"),
      ("2021-02-06", "沙县>沙县区 龙海市>龙海区"),
      ("2021-02-07", "旬阳县>旬阳市"),
      ("2021-02-20", "祁阳县>祁阳市"),
      ("2021-03-16", "黔西县>黔西市"),
      ("2021-03-18", "偃师市>偃师区 孟津县>孟津区"),
      ("2021-04-09", "下城区>拱墅区 江干区>上城区"),
      ("2023-04-03", "米林县>米林市 错那县>错那市"),
    ])
  func renamed(until: String, names: String) throws {
    let divisions = try divisionNames()
    let found = try rows("divisions-renamed.csv").filter { $0[0] == until }
      .map { "\($0[1])>\(divisions[$0[2]] ?? "")" }
    #expect(Set(found) == Set(names.split(separator: " ").map(String.init)))
  }

  @Test("No old name is the present one, and there are no others than these 160")
  func renamedSince() throws {
    let divisions = try divisionNames()
    let renamed = try rows("divisions-renamed.csv")
    #expect(renamed.count == 160)
    for row in renamed { #expect(row[1] != divisions[row[2]], "\(row)") }
  }

  /// Signs that Unicode's own table keeps apart or folds otherwise, as the list has them.
  private static let own = """
    儁俊 冑胄 卽即 厤历 噁恶 囌苏 垻坝 墰坛 嫺娴 寀采 峯峰 嵗岁 嶽岳 巹卺 廕荫 彔录
    彫雕 挱挲 敎教 旂旗 旣既 朮术 枴拐 柺拐 査查 棊棋 榦干 欅榉 殭僵 殻壳 泝溯 淩凌
    滙汇 濛蒙 灩滟 犛牦 琱雕 璿璇 甦苏 畵画 矇蒙 硃朱 簑蓑 糉粽 脩修 舘馆 菴庵 蓴莼
    蔘参 衕同 襉裥 襬摆 諮咨 譭毁 蹠跖 遡溯 鈅钥 鈡钟 鉅巨 鉆钻 鉳锫 錼镎 鍅钫 鍼针
    鎌镰 鎭镇 鏇旋 钁镢 閤合 鞦秋 韆千 韝鞲 飱飧 餈糍 鯗鲞 鵰雕 鶿鹚 鷴鹇 麪面 麫面
    """

  @Test("Traditional signs become what Unicode's transliteration makes of them")
  func traditional() throws {
    let pairs = try rows("traditional.csv").map { $0[0] + $0[1] }
    #expect(pairs.count == 2554)
    let own = Set(OfficialTableTests.own.split { $0 == " " || $0 == "\n" }.map(String.init))
    #expect(own.isSubset(of: pairs))
    let signs = pairs.map { String($0.prefix(1)) }.joined(separator: "\n")
    let folded = try #require(
      signs.applyingTransform(StringTransform("Hant-Hans"), reverse: false))
    for (pair, simplified) in zip(pairs, folded.split(separator: "\n")) where !own.contains(pair) {
      #expect(pair.dropFirst() == simplified, "\(pair)")
    }
  }
}
