"""concept"""
