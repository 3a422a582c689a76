## Every page
portal-name = Portolano
portal-description = 哪个办事处能帮您、在哪里、几点开门、怎么打电话：十二种语言，手机慢也能用。
skip = 跳到正文
home = 首页
crumbs = 当前位置
language = 语言
topics = 主题
topic = 主题
territories = 大区
territory = 大区
services = 服务
saved = 已收藏
licence = 内容采用 CC BY 4.0 许可。
updated = 最后更新：
about = 关于本站
faq = 常见问题
accessibility = 无障碍
privacy = 隐私
legal = 法律说明
not-reviewed = 这段文字还没有母语人士检查过。
in-source-language = 这段文字是意大利语，还没有翻译。
list-separator = 、

## Danger
danger = 您有危险吗？
danger-112 = 紧急求助
danger-1522 = 暴力、跟踪骚扰
danger-trafficking = 人口贩卖和剥削
exit = 立即离开

## Home and search
need = 您需要什么？
need-lead = 请用您自己的话、您的语言写。我们告诉您哪个办事处能帮您、几点开门、怎么打电话。
search = 搜索
search-in = 搜索范围：{ $place }
search-services = 搜索服务
for-example = 例如：
example-1 = 居留证
example-2 = 看医生
example-3 = 学意大利语
near-me = 我附近
near-locating = 正在查找您的位置…
near-unlocated = 手机没有提供您的位置。请写城市名或邮编（CAP）。
choose-topic = 请选择主题
choose-territory = 请选择您所在的大区
territories-lead = 各大区，以及 Trento 和 Bolzano 两个自治省。
town-or-cap = 城市或邮编（CAP）
axis-learning = 教育和语言
axis-work = 工作
axis-housing = 住房和社区
axis-services = 基本服务
axis-minors = 未成年人和移民二代

## Results
results-for = “{ $query }”的结果
services-in = 服务：{ $place }
found =
    { $count ->
       *[other] { $shown } 项服务
    }
found-in =
    { $count ->
       *[other] { $shown } 项服务：{ $place }
    }
found-nothing = 没有结果
nothing-for = 没有找到与“{ $query }”有关的内容。
nothing-spelling = 请检查字词有没有写错。
nothing-simple = 请用一两个简单的词：住房、医生、工作。
nothing-filters = 请去掉地点或一个筛选条件。
corrected = 我们把“{ $typed }”当作“{ $meant }”来搜索。
query-cut = 文字太长：我们只搜索了前 { $limit } 个字符。
widened = { $place } 没有结果。以下是最近的服务：{ $wider }。
page-of = 第 { $page } 页，共 { $pages } 页
page-previous = 上一页
page-next = 下一页
page-beyond = 没有更多结果了。
page-first = 回到第一页
remove = 去掉
filters = 筛选
filters-unknown = 很多服务的时间或费用我们不知道：它们仍在列表里，排在后面。
filter-speaks = 可用语言
any = 全部
apply = 应用筛选
split-unknown = 以下服务我们不清楚：去之前请先问一下。
all-services = 全部服务
all-italy = 全意大利
official-site = 官方网站
metres = { $n } 米
kilometres = { $n } 公里

## A service
open-now = 现在开门
open-until = 现在开门，到 { $time }
closed = 已关门
closed-until = 已关门，{ $day } { $time } 开门
closed-day = 不开门
hours-unknown = 时间不详
always-open = 全天开放，白天夜里都可以。
closure = { $from }至{ $to }关门。
today = 今天
by-appointment = 需要预约
call = 打电话
call-who = 打电话：{ $who }
write = 写邮件
open-website = 打开网站
directions = 路线
share = 分享
share-other = 其他方式
qr = 二维码
qr-lead = 用另一部手机扫这个码，就能打开这项服务。
qr-back = 回到服务
save = 收藏
free = 免费
not-free = 收费
spoken = 可用语言：{ $languages }
without-documents = 不需要证件
without-documents-long = 没有证件的人也可以来
wheelchair = 入口没有台阶
no-wheelchair = 入口有台阶
service-description = 这是什么
service-addressed = 适合谁
service-how-to = 怎么办理
service-needed = 需要什么
service-achieved = 能得到什么
service-times = 时间
service-cost = 费用
service-access = 怎么去
service-conditions = 条件
contacts = 联系方式
address = 地址
phone = 电话
phone-free = 免费电话
phone-always = 白天夜里都可打
email = 电子邮件
website = 网站
missing = 我们不知道：{ $what }。
missing-hours = 开放时间
missing-cost = 费用
missing-languages = 说哪些语言
missing-documents = 是否需要证件
ask-phone = 请打电话问。
ask-mail = 请写邮件问。
ask-website = 请看网站。
ask-there = 请到窗口或市政府（Comune）问。
checked-on = 核实日期
to-be-confirmed = 待确认：这些信息还没有人核实过。
source = 来源：
sources = 来源
report-error = 报告本页的错误
withdrawn = 这项服务已经停止。
withdrawn-others = 查找类似的服务

## A topic
topic-what = 这是什么
topic-office = 去哪个办事处
topic-bring = 要带什么
topic-cost = 费用
topic-rule = 规定出自哪里
topic-tip = 建议
topic-near = 您附近的办事处
topic-all-services = 这个主题的全部服务
topic-related = 相关主题

## Saved
saved-title = 已收藏的服务
saved-note = 只保存在这部手机上。用这部手机的人都能看到。
saved-empty = 您还没有收藏任何服务。请打开一项服务，然后按“收藏”。
saved-noscript = 要收藏服务，浏览器必须允许运行脚本。您也可以用“分享”把服务发给自己。

## Forms
rate = 这一页清楚吗？
rate-1 = 1 = 一点也不清楚
rate-5 = 5 = 非常清楚
send = 发送
optional = 可以不填。
form-errors =
    { $count ->
       *[other] 有 { $count } 处需要改正
    }
report = 报告问题
report-lead = 地址不对、页面打不开、文字不清楚：请告诉我们。不要写不必要的个人信息。
report-page = 哪一页？
report-what = 有什么问题？
report-what-missing = 请至少写一句话。
report-what-long = 文字太长：最多 4000 个字符。
report-mail = 您的电子邮件（如果想收到回复）
report-mail-wrong = 请检查电子邮件。例如：name@mail.com
report-send = 发送报告
leave-empty = 这一栏请不要填
thanks = 谢谢您
thanks-lead = 我们收到了您的留言。它能帮我们改进网站。

## Errors
back-home = 回到首页
error-404 = 没有这个页面
error-404-lead = 地址不对，或者页面已被删除。请在这里搜索您需要的内容。
error-414 = 搜索的文字太长
error-414-lead = 只写几个词就够了：您需要什么，在哪个城市。
error-429 = 请稍等
error-429-lead = 您的网络发来了很多请求。请等一分钟再试。这不是您的错。
error-500 = 出了问题
error-500-lead = 这是我们的错，不是您的错。请过一会儿再试。如果很急，请打本页上的一个电话。
