"""Which icon stands for a channel. The keys are those of ``icons.css`` and of ``[channel]`` in the words."""

from __future__ import annotations

from functools import cache

from mkdocs_journey.languages.language import meaning

_NAMES = {
    "email": "e-mail, mail, mails, newsletter, correo, sähköposti, メール, 邮件, 電子郵件",
    "phone": "telephone, call, hotline, phone call, call centre, call center, telefon, teléfono, puhelin, 電話",
    "chat": "live chat, messenger, whatsapp, slack, teams, チャット, 聊天",
    "bot": "chatbot, chat bot, assistant, voice assistant, チャットボット, 聊天机器人",
    "video": "video call, webinar, zoom, screen share, web meeting, ビデオ会議, 视频会议",
    "web": "website, web site, site, browser, online, landing page, homepage, portal, ウェブ, ウェブサイト, 网站",
    "app": "web app, product, software, in-app, in app, dashboard, desktop, tool, saas, アプリ, 应用",
    "mobile": "mobile app, phone app, smartphone, ios, android, tablet, スマホ, モバイル, 手机",
    "push": "notification, push notification, reminder, alert, in-app message, 通知",
    "sms": "text message, text messages",
    "social": "social media, linkedin, facebook, instagram, youtube, community, forum, review site, sns",
    "ticket": "support, support ticket, tickets, help desk, helpdesk, service desk, チケット, 工单",
    "form": "survey, questionnaire, フォーム, 表单",
    "docs": "documentation, help centre, help center, manual, faq, knowledge base, handbook, wiki, ヘルプ, 文档",
    "training": "course, e-learning, elearning, academy, workshop, lesson, 研修, 培训",
    "event": "conference, trade fair, fair, meetup, 展示会, 展会",
    "person": "in person, in-person, face to face, face-to-face, visit, on site, on-site, meeting, 対面, 訪問, 面对面",
    "mail": "letter, post, paper, print, 手紙, 信件",
    "store": "shop, branch, retail, 店舗, 门店",
    "file": "csv, spreadsheet, excel, import, export, download, pdf, ファイル, 文件",
    "contract": "order, quote, signature, e-signature, e-sign, 契約, 合同",
    "payment": "invoice, billing, checkout, bill, 請求, 发票",
    "search": "search engine, google, seo, 検索, 搜索",
}


@cache
def _keys() -> dict[str, str]:
    spoken = {name: key for key, names in _NAMES.items() for name in names.split(", ")}
    return {**{key: key for key in _NAMES}, **spoken}


def channel_key(name: str) -> str:
    """The key of a channel that an author named, or "" for one that has no icon."""
    return _keys().get(name.strip().casefold()) or meaning("channel", name) or ""
