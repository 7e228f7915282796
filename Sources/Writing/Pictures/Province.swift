import FactModel

/// A province-level division on the tile map: short names, and a place that keeps its neighbours.
struct Province {
  /// The code of GB/T 2260.
  let code: Int
  /// The short Chinese name, of two or three characters.
  let chinese: String
  /// The usual English name.
  let english: String
  /// The tile's place, from the west.
  let column: Int
  /// The tile's place, from the north.
  let row: Int

  static let columns = 8
  static let rows = 8

  /// The tile of a province; `nil` of anything else.
  static func of(_ division: Division) -> Province? { byCode[division.code] }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// All 34, by code.
  static let all = [
    Province(code: 110_000, chinese: "北京", english: "Beijing", column: 5, row: 2),
    Province(code: 120_000, chinese: "天津", english: "Tianjin", column: 6, row: 2),
    Province(code: 130_000, chinese: "河北", english: "Hebei", column: 5, row: 3),
    Province(code: 140_000, chinese: "山西", english: "Shanxi", column: 4, row: 3),
    Province(code: 150_000, chinese: "内蒙古", english: "Inner Mongolia", column: 4, row: 2),
    Province(code: 210_000, chinese: "辽宁", english: "Liaoning", column: 7, row: 2),
    Province(code: 220_000, chinese: "吉林", english: "Jilin", column: 7, row: 1),
    Province(code: 230_000, chinese: "黑龙江", english: "Heilongjiang", column: 7, row: 0),
    Province(code: 310_000, chinese: "上海", english: "Shanghai", column: 7, row: 4),
    Province(code: 320_000, chinese: "江苏", english: "Jiangsu", column: 6, row: 4),
    Province(code: 330_000, chinese: "浙江", english: "Zhejiang", column: 6, row: 5),
    Province(code: 340_000, chinese: "安徽", english: "Anhui", column: 5, row: 4),
    Province(code: 350_000, chinese: "福建", english: "Fujian", column: 5, row: 6),
    Province(code: 360_000, chinese: "江西", english: "Jiangxi", column: 5, row: 5),
    Province(code: 370_000, chinese: "山东", english: "Shandong", column: 6, row: 3),
    Province(code: 410_000, chinese: "河南", english: "Henan", column: 4, row: 4),
    Province(code: 420_000, chinese: "湖北", english: "Hubei", column: 3, row: 4),
    Province(code: 430_000, chinese: "湖南", english: "Hunan", column: 4, row: 5),
    Province(code: 440_000, chinese: "广东", english: "Guangdong", column: 4, row: 6),
    Province(code: 450_000, chinese: "广西", english: "Guangxi", column: 3, row: 6),
    Province(code: 460_000, chinese: "海南", english: "Hainan", column: 3, row: 7),
    Province(code: 500_000, chinese: "重庆", english: "Chongqing", column: 2, row: 4),
    Province(code: 510_000, chinese: "四川", english: "Sichuan", column: 1, row: 4),
    Province(code: 520_000, chinese: "贵州", english: "Guizhou", column: 3, row: 5),
    Province(code: 530_000, chinese: "云南", english: "Yunnan", column: 2, row: 5),
    Province(code: 540_000, chinese: "西藏", english: "Tibet", column: 0, row: 4),
    Province(code: 610_000, chinese: "陕西", english: "Shaanxi", column: 3, row: 3),
    Province(code: 620_000, chinese: "甘肃", english: "Gansu", column: 1, row: 3),
    Province(code: 630_000, chinese: "青海", english: "Qinghai", column: 0, row: 3),
    Province(code: 640_000, chinese: "宁夏", english: "Ningxia", column: 2, row: 3),
    Province(code: 650_000, chinese: "新疆", english: "Xinjiang", column: 0, row: 2),
    Province(code: 710_000, chinese: "台湾", english: "Taiwan", column: 7, row: 6),
    Province(code: 810_000, chinese: "香港", english: "Hong Kong", column: 5, row: 7),
    Province(code: 820_000, chinese: "澳门", english: "Macao", column: 4, row: 7),
  ]
}
